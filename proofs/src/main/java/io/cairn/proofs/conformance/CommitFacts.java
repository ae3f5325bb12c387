package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.SealChallenges;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.CommitJsonWriter;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.porep.PorepProver;
import io.cairn.proofs.porep.PorepPublicInputs;
import io.cairn.proofs.porep.PorepVerifier;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Compares commit phase 1 over a sealed sector with its record: challenges, public inputs, the bytes of the vanilla proofs. */
final class CommitFacts {

    private CommitFacts() {}

    static void equal(Case one, JsonNode expected, TrialSeal seal) throws IOException {
        JsonNode inputs = expected.get("inputs");
        RegisteredSealProof type = RegisteredSealProof.of(inputs.get("registered_seal_proof").longValue());
        SectorShape shape = seal.spec().shape();
        StackedGraph graph = seal.spec().graph();
        byte[] replicaId = seal.spec().replicaId(seal.commD());
        byte[] commR = seal.aux().commR();
        byte[] seed = Case.bytes(inputs, "seed");
        SealChallenges challenges = new SealChallenges(shape, type.feature(), replicaId, commR, seed);
        PorepVerifier verifier = new PorepVerifier(shape, graph, replicaId, seal.commD(), commR);
        List<List<ChallengeProof>> partitions = new ArrayList<>();
        try (PorepProver prover = PorepProver.open(seal.cache(), graph, seal.sealed())) {
            one.equal("number of partitions", Integer.toString(expected.get("challenges_by_partition").size()),
                    Integer.toString(challenges.partitions()));
            for (int k = 0; k < challenges.partitions(); k++) {
                long[] asked = challenges.of(k);
                one.equal("challenges_by_partition " + k, expected.get("challenges_by_partition").get(k), asked);
                one.equal("public_inputs_by_partition " + k, PostVanillaJudge.texts(expected.get("public_inputs_by_partition").get(k)),
                        PostVanillaJudge.inputTexts(PorepPublicInputs.of(graph, replicaId, seal.commD(), commR, asked)));
                List<ChallengeProof> partition = LongStream.of(asked).mapToObj(prover::prove).toList();
                one.equal("verification of partition " + k, "no fault", verifier.fault(partition, asked).orElse("no fault"));
                partitions.add(partition);
            }
        }
        byte[] ticket = Case.bytes(inputs, "ticket");
        bytes(one, "c1_output_bincode", expected,
                CommitBincode.of(shape, partitions, List.of(commR, seal.commD(), replicaId, seed, ticket)));
        if (inputs.get("size_is_registered").booleanValue()) {
            bytes(one, "c1_output_json", expected,
                    CommitJsonWriter.toJson(new CommitOutput(type, partitions, commR, seal.commD(), replicaId, seed, ticket)));
        }
    }

    private static void bytes(Case one, String name, JsonNode expected, byte[] actual) {
        if (expected.has(name)) {
            one.equal(name + " bytes", expected.get(name).get("bytes"), actual.length);
            one.equal(name + " sha256", expected.get(name).get("sha256"), Sha256Nodes.newDigest().digest(actual));
        }
    }
}

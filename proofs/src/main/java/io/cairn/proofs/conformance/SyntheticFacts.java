package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.SyntheticChallenges;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.PorepProver;
import io.cairn.proofs.porep.PorepVerifier;
import io.cairn.proofs.porep.SyntheticProofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Compares the synthetic challenges and the file of their proofs with the record, and reads the file back. */
final class SyntheticFacts {

    private static final int HEADER_BYTES = 3 * SectorShape.NODE_BYTES;

    private SyntheticFacts() {}

    static void equal(Case one, JsonNode expected, TrialSeal seal) throws IOException {
        JsonNode stated = expected.get("synthetic");
        SectorShape shape = seal.spec().shape();
        StackedGraph graph = seal.spec().graph();
        byte[] replicaId = seal.spec().replicaId(seal.commD());
        byte[] commR = seal.aux().commR();
        SyntheticChallenges challenges = new SyntheticChallenges(shape.nodes(), shape.syntheticChallenges(), replicaId, commR);
        one.equal(stated, "all_challenges", challenges.all());
        PorepVerifier verifier = new PorepVerifier(shape, graph, replicaId, seal.commD(), commR);
        Path file = seal.cache().syntheticProofs();
        try (PorepProver prover = PorepProver.open(seal.cache(), graph, seal.sealed())) {
            SyntheticProofs.write(file, shape, challenges.all(), prover, verifier, Workers.CALLER, Progress.NONE);
        }
        byte[] content = FileFacts.content(file);
        int record = SyntheticProofs.recordBytes(shape);
        one.equal("file", stated.get("file").textValue(), file.getFileName().toString());
        one.equal(stated, "file_bytes", Files.size(file));
        one.equal(stated, "record_bytes", record);
        one.equal(stated, "header_hex", Arrays.copyOf(content, HEADER_BYTES));
        one.equal(stated, "first_record_sha256",
                Sha256Nodes.newDigest().digest(Arrays.copyOfRange(content, HEADER_BYTES, HEADER_BYTES + record)));
        one.equal(stated, "file_sha256", FileFacts.sha256(file));
        byte[] seed = Case.bytes(expected.get("inputs"), "seed");
        try (SyntheticProofs proofs = SyntheticProofs.open(file, shape)) {
            for (int k = 0; k < stated.get("selected_indexes_by_partition").size(); k++) {
                int[] selected = challenges.selectedIndexes(seed, k, shape.porepChallengesPerPartition());
                one.equal("selected_indexes_by_partition " + k, stated.get("selected_indexes_by_partition").get(k),
                        Arrays.stream(selected).asLongStream().toArray());
                ChallengeProof[] read = new ChallengeProof[selected.length];
                for (int i = 0; i < selected.length; i++) {
                    read[i] = proofs.proof(selected[i]);
                }
                one.equal("proofs read back", "no fault", verifier.fault(Arrays.asList(read),
                        challenges.selected(seed, k, shape.porepChallengesPerPartition())).orElse("no fault"));
            }
        }
    }
}

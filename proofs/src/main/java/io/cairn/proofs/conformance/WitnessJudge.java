package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.SealChallenges;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.porep.PorepWitness;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.PorepProver;
import io.cairn.proofs.post.ChallengedSector;
import io.cairn.proofs.post.PostPartitions;
import io.cairn.proofs.post.PostProver;
import io.cairn.proofs.post.PostSectorProof;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Judges the whole way from data to witness: seals the sectors of a recorded proof, opens their files at the challenges, synthesises
 * each partition's circuit and compares all auxiliary values and public inputs.
 */
public final class WitnessJudge implements Judge {

    private static final String POREP = "reference-porep-2kib.json";
    private static final String WINDOW = "reference-window-post-2kib.json";
    private static final String WINNING = "reference-winning-post-2kib.json";
    private static final String CACHE = "cache";

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return fileName.equals(POREP) || fileName.equals(WINDOW) || fileName.equals(WINNING);
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        try {
            if (fileName.equals(POREP)) {
                porep(file, verdicts);
            } else {
                post(file, verdicts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("sectors of " + fileName, e);
        }
    }

    private static void porep(JsonNode file, Verdicts verdicts) throws IOException {
        for (var entry : file.properties()) {
            JsonNode stated = entry.getValue();
            if (!stated.has("c2")) {
                continue;
            }
            try (Case one = new Case("witness " + entry.getKey(), verdicts); TrialSeal seal = seal(stated.get("inputs"))) {
                JsonNode inputs = stated.get("inputs");
                byte[] commR = seal.aux().commR();
                byte[] replicaId = seal.spec().replicaId(seal.commD());
                SealChallenges challenges = new SealChallenges(RegisteredSealProof.of(inputs.get("registered_seal_proof").longValue()),
                        replicaId, commR, Case.bytes(inputs, "seed"));
                for (int k = 0; k < challenges.partitions(); k++) {
                    Circuit circuit = new PorepCircuit(PorepWitness.of(replicaId, seal.commD(), commR, prove(seal, challenges.of(k))));
                    partition(one, k, circuit, stated.get("c2"), stated.get("public_inputs_by_partition"));
                }
            }
        }
    }

    private static List<ChallengeProof> prove(TrialSeal seal, long[] challenges) throws IOException {
        try (PorepProver prover = PorepProver.open(seal.cache(), seal.spec().graph(), seal.sealed())) {
            return LongStream.of(challenges).mapToObj(prover::prove).toList();
        }
    }

    private static void post(JsonNode file, Verdicts verdicts) throws IOException {
        SortedMap<Long, TrialSeal> seals = new TreeMap<>();
        try {
            for (JsonNode sector : file.get("sealed_sectors")) {
                seals.put(sector.get("sector_number").longValue(), seal(sector));
            }
            for (var entry : file.properties()) {
                JsonNode stated = entry.getValue();
                if (stated.has("public_inputs_by_partition")) {
                    try (Case one = new Case("witness " + entry.getKey(), verdicts)) {
                        post(one, stated, seals);
                    }
                }
            }
        } finally {
            for (TrialSeal seal : seals.values()) {
                seal.close();
            }
        }
    }

    private static void post(Case one, JsonNode stated, SortedMap<Long, TrialSeal> seals) throws IOException {
        List<Circuit> circuits = stated.at("/inputs/post_type").textValue().equals("winning")
                ? List.of(winning(stated, seals)) : window(stated, seals);
        one.equal(stated, "proof_partitions", circuits.size());
        for (int k = 0; k < circuits.size(); k++) {
            partition(one, k, circuits.get(k), stated, stated.get("public_inputs_by_partition"));
        }
    }

    private static Circuit winning(JsonNode stated, SortedMap<Long, TrialSeal> seals) throws IOException {
        long number = stated.at("/sectors/0/sector_number").longValue();
        ChallengedSector sector = PostPartitions.winning(RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1, randomness(stated), number,
                seals.get(number).aux().commR());
        return PostCircuit.winning(prove(seals.get(number), sector));
    }

    private static List<Circuit> window(JsonNode stated, SortedMap<Long, TrialSeal> seals) throws IOException {
        RegisteredPostProof type = stated.at("/inputs/api_version").textValue().equals("1.2.0")
                ? RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1 : RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1;
        SortedMap<Long, byte[]> commRs = new TreeMap<>();
        for (JsonNode sector : stated.get("sectors")) {
            long number = sector.get("sector_number").longValue();
            commRs.put(number, seals.get(number).aux().commR());
        }
        List<Circuit> circuits = new ArrayList<>();
        for (List<ChallengedSector> partition : PostPartitions.window(type, randomness(stated), commRs)) {
            List<PostSectorProof> proofs = new ArrayList<>();
            for (ChallengedSector sector : partition) {
                proofs.add(prove(seals.get(sector.number()), sector));
            }
            circuits.add(PostCircuit.window(proofs, SectorShape.of(type.sectorSize()).windowSectors()));
        }
        return circuits;
    }

    private static PostSectorProof prove(TrialSeal seal, ChallengedSector sector) throws IOException {
        return new PostProver(seal.spec().shape()).prove(sector, seal.sealed(), seal.cache().directory());
    }

    private static void partition(Case one, int k, Circuit circuit, JsonNode proofs, JsonNode publicInputs) {
        JsonNode stated = proofs.get("partitions").get(k);
        ProvingAssignment assignment = ProvingAssignment.of(circuit);
        one.equal(stated, "aux", assignment.size().aux());
        one.equal(stated, "rows", assignment.size().constraints());
        one.equal("public_inputs_by_partition " + k, PostVanillaJudge.texts(publicInputs.get(k)), PostVanillaJudge.inputTexts(inputs(assignment)));
        one.equal("witness_digest of partition " + k, stated.get("witness_digest").textValue(), WitnessDigest.of(assignment));
    }

    private static List<Scalar> inputs(ProvingAssignment assignment) {
        List<Scalar> inputs = new ArrayList<>();
        for (int i = 1; i < assignment.size().inputs(); i++) {
            inputs.add(Scalar.ofLimbs(assignment.inputs(), Fr.LIMBS * i));
        }
        return inputs;
    }

    private static byte[] randomness(JsonNode stated) {
        return Case.bytes(stated.get("inputs"), "randomness_already_masked");
    }

    private static TrialSeal seal(JsonNode inputs) throws IOException {
        byte[] data = TrialData.of(inputs.get("data").textValue(), inputs.get("unpadded_data_bytes").intValue());
        return TrialSeal.afterPhase1(SealingJudge.spec(inputs, inputs.get("sector_size").longValue()), data).phase2(CACHE);
    }
}

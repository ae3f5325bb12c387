package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.challenge.SealChallenges;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitDigest;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.porep.PorepWitness;
import io.cairn.proofs.circuit.update.UpdateCircuit;
import io.cairn.proofs.circuit.update.UpdateWitness;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.PorepProver;
import io.cairn.proofs.update.UpdateShape;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Judges the whole way from data to witness: seals the sectors of a recorded proof, opens their files at the challenges, synthesises
 * each partition's circuit and compares all auxiliary values and public inputs.
 */
public final class WitnessJudge implements Judge {

    private static final long MOST_UPDATE_ROWS = 1 << 23;

    /** Digests of update circuits, which are the same for all sectors of a size. */
    private final Map<UpdateShape, String> digests = new HashMap<>();

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return RecordedCases.any(file, "c2") || RecordedCases.any(file, "partitions", "sectors") || RecordedCases.any(file, "partitions", "phi");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        try {
            porep(file, verdicts);
            post(file, verdicts);
            update(file, verdicts);
        } catch (IOException e) {
            throw new UncheckedIOException("sectors of " + fileName, e);
        }
    }

    private static void porep(JsonNode file, Verdicts verdicts) throws IOException {
        for (var entry : RecordedCases.with(file, "c2")) {
            JsonNode stated = entry.getValue();
            JsonNode inputs = stated.get("inputs");
            try (Case one = new Case("witness " + entry.getKey(), verdicts); TrialSeal seal = RecordedSectors.sealOne(inputs)) {
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
        for (var entry : RecordedCases.with(file, "partitions", "sectors")) {
            JsonNode stated = entry.getValue();
            try (Case one = new Case("witness " + entry.getKey(), verdicts);
                    RecordedSectors sectors = RecordedSectors.seal(RecordedCases.sealedSectors(file, stated))) {
                List<Circuit> circuits = sectors.circuits(stated);
                one.equal(stated, "proof_partitions", circuits.size());
                for (int k = 0; k < circuits.size(); k++) {
                    partition(one, k, circuits.get(k), stated, stated.get("public_inputs_by_partition"));
                }
            }
        }
    }

    private void update(JsonNode file, Verdicts verdicts) throws IOException {
        for (var entry : RecordedCases.with(file, "partitions", "phi")) {
            JsonNode stated = entry.getValue();
            String name = "witness " + entry.getKey();
            if (stated.at("/partitions/0/rows").longValue() > MOST_UPDATE_ROWS) {
                verdicts.skipped(name, stated.at("/partitions/0/rows") + " rows, more than " + MOST_UPDATE_ROWS + ": witness and rows would take over 2 GiB of memory");
                continue;
            }
            try (Case one = new Case(name, verdicts); TrialUpdate update = TrialUpdate.of(stated.get("inputs"), "cache")) {
                UpdateShape shape = UpdateShape.of(update.shape());
                for (int k = 0; k < shape.partitions(); k++) {
                    Circuit circuit = new UpdateCircuit(shape, UpdateWitness.of(update.commitments(), k, update.prove(k)));
                    partition(one, k, circuit, stated, stated.get("public_inputs_by_partition"));
                    one.equal("r1cs_digest of partition " + k, stated.get("partitions").get(k).get("r1cs_digest").textValue(),
                            digests.computeIfAbsent(shape, _ -> CircuitDigest.of(circuit).digest()));
                }
            }
        }
    }

    private static void partition(Case one, int k, Circuit circuit, JsonNode proofs, JsonNode publicInputs) {
        JsonNode stated = proofs.get("partitions").get(k);
        try (Arena arena = Arena.ofConfined()) {
            ProvingAssignment assignment = ProvingAssignment.of(circuit, arena);
            one.equal(stated, "aux", assignment.size().aux());
            one.equal(stated, "rows", assignment.size().constraints());
            one.equal("public_inputs_by_partition " + k, PostVanillaJudge.texts(publicInputs.get(k)), PostVanillaJudge.inputTexts(inputs(assignment)));
            one.equal("witness_digest of partition " + k, stated.get("witness_digest").textValue(), WitnessDigest.of(assignment));
        }
    }

    private static List<Scalar> inputs(ProvingAssignment assignment) {
        List<Scalar> inputs = new ArrayList<>();
        for (int i = 1; i < assignment.size().inputs(); i++) {
            inputs.add(assignment.inputs().scalar(i));
        }
        return inputs;
    }
}

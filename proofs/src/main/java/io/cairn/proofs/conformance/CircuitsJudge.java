package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitDigest;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.circuit.Satisfaction;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.lang.foreign.Arena;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Judges every circuit by its rows: counts, densities, digest, and the witness where the file states one. */
public final class CircuitsJudge implements Judge {

    /** Rows of the largest circuit that is judged by default, a few seconds' work. */
    public static final long DEFAULT_ROWS = 5_000_000;
    /** System property that raises or lowers the number of rows. */
    public static final String ROWS_PROPERTY = "cairn.conformance.circuit-rows";

    private final long mostRows;

    /** Judges circuits up to {@link #DEFAULT_ROWS} rows, or as {@link #ROWS_PROPERTY} says. */
    public CircuitsJudge() {
        this(Long.getLong(ROWS_PROPERTY, DEFAULT_ROWS));
    }

    /** Judges circuits up to the given number of rows. */
    public CircuitsJudge(long mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return RecordedCases.any(file, "rows", "digest", "checkpoints");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        for (Map.Entry<String, JsonNode> entry : file.properties()) {
            if (entry.getValue().isObject()) {
                judgeCircuit(entry.getKey(), entry.getValue(), verdicts);
            }
        }
    }

    private void judgeCircuit(String name, JsonNode expected, Verdicts verdicts) {
        if (expected.path("rows").asLong() > mostRows) {
            verdicts.skipped(name, expected.path("rows").asLong() + " rows, more than " + mostRows + " (system property " + ROWS_PROPERTY + ")");
            return;
        }
        Optional<Circuit> circuit = ReferenceCircuits.named(name);
        if (circuit.isEmpty()) {
            verdicts.skipped(name, "unknown circuit");
            return;
        }
        try (Case one = new Case(name, verdicts)) {
            compareRows(circuit.get(), expected, one);
            if (expected.has("witness_digest")) {
                compareWitness(circuit.get(), expected, one);
            }
        }
    }

    private static void compareRows(Circuit circuit, JsonNode expected, Case one) {
        CircuitDigest actual = CircuitDigest.of(circuit);
        one.equal(expected, "inputs_with_one", actual.size().inputs());
        one.equal(expected, "aux", actual.size().aux());
        one.equal(expected, "rows", actual.size().constraints());
        for (JsonNode checkpoint : expected.path("checkpoints")) {
            int rows = checkpoint.get(0).asInt();
            one.equal("checkpoints[" + rows + "]", checkpoint.get(1).asText(), actual.checkpoints().getOrDefault(rows, "none"));
        }
        one.equal("digest", expected.path("digest").asText(), actual.digest());
        one.equal(expected, "domain_log2", actual.size().domainLog2());
        one.equal(expected, "density_a_aux", actual.density().aAux().cardinality());
        one.equal(expected, "density_b_input", actual.density().bInput().cardinality());
        one.equal(expected, "density_b_aux", actual.density().bAux().cardinality());
        CircuitDigest.Terms terms = actual.terms();
        one.equal("nonzero_terms_a_b_c", expected.path("nonzero_terms_a_b_c").toString(),
                "[" + terms.a() + "," + terms.b() + "," + terms.c() + "]");
        one.equal("announced size", actual.size().toString(), circuit.size().toString());
    }

    private static void compareWitness(Circuit circuit, JsonNode expected, Case one) {
        try (Arena arena = Arena.ofConfined()) {
            ProvingAssignment assignment = ProvingAssignment.of(circuit, arena);
            one.equal("witness_digest", expected.path("witness_digest").asText(), WitnessDigest.of(assignment));
            OptionalInt unsatisfied = Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), assignment.aux());
            one.equal("satisfied", expected.path("satisfied").asText(), String.valueOf(unsatisfied.isEmpty()));
        }
    }
}

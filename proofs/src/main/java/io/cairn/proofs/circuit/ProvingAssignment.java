package io.cairn.proofs.circuit;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import java.lang.foreign.Arena;

/**
 * A circuit's witness and its evaluated rows, as the prover needs them, each in the memory of an arena. The rows' vectors are as long as the evaluation domain,
 * with the inputs' own rows (A = input, B = C = 0) appended and zeros to the end.
 */
public final class ProvingAssignment {

    /** Where the first writer begins: behind the constant one. */
    private static final CircuitSize NOTHING = new CircuitSize(1, 0, 0);

    private final CircuitSize size;
    private final FrVector inputs;
    private final FrVector aux;
    private final FrVector a;
    private final FrVector b;
    private final FrVector c;
    private final Density density;

    /**
     * Where an assignment lives.
     *
     * @param witness the variables' values, which are needed the longest
     * @param a       the rows of A, which the quotient replaces
     * @param rows    the rows of B and C
     */
    public record Place(Arena witness, Arena a, Arena rows) {
    }

    private ProvingAssignment(CircuitSize size, Density density, Place place) {
        this.size = size;
        this.density = density;
        this.inputs = FrVector.allocate(size.inputs(), place.witness);
        this.aux = FrVector.allocate(size.aux(), place.witness);
        this.a = FrVector.allocate(size.domain(), place.a);
        this.b = FrVector.allocate(size.domain(), place.rows);
        this.c = FrVector.allocate(size.domain(), place.rows);
        long[] one = new long[Fr.LIMBS];
        Fr.setOne(one, 0);
        inputs.put(0, one, 0);
    }

    /** Synthesises the circuit with its witness. */
    public static ProvingAssignment of(Circuit circuit, Arena arena) {
        return of(circuit, new Place(arena, arena, arena), Workers.CALLER, Progress.NONE);
    }

    /**
     * Synthesises the circuit with its witness; sections of a {@link SectionedCircuit} side by side.
     *
     * @param progress hears of rows
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    public static ProvingAssignment of(Circuit circuit, Place place, Workers workers, Progress progress) {
        if (circuit instanceof SectionedCircuit sectioned) {
            return ofSections(sectioned, place, workers, progress);
        }
        Density density = new Density();
        CircuitSize size = Structure.asWritten(circuit, (a, b, c) -> density.add(a, b));
        ProvingAssignment assignment = new ProvingAssignment(size, density, place);
        AssignmentWriter writer = assignment.writer(NOTHING, new RowCount(size.constraints(), progress));
        circuit.synthesize(writer);
        requireWritten(writer, size);
        return assignment.withRowsOfInputs();
    }

    private static ProvingAssignment ofSections(SectionedCircuit circuit, Place place, Workers workers, Progress progress) {
        Outline outline = Outline.of(circuit);
        ProvingAssignment assignment = new ProvingAssignment(outline.before(circuit.sections()), outline.density(), place);
        RowCount count = new RowCount(assignment.size.constraints(), progress);
        AssignmentWriter head = assignment.writer(NOTHING, count);
        SectionedCircuit.Sections sections = circuit.head(head);
        requireWritten(head, outline.head());
        workers.forEach(circuit.sections(), k -> {
            AssignmentWriter writer = assignment.writer(outline.before(k), count);
            sections.write(k, writer);
            requireWritten(writer, outline.before(k + 1));
        });
        return assignment.withRowsOfInputs();
    }

    private ProvingAssignment withRowsOfInputs() {
        a.put(size.constraints(), inputs);
        return this;
    }

    private AssignmentWriter writer(CircuitSize from, RowCount rows) {
        return new AssignmentWriter(this, from, rows);
    }

    private static void requireWritten(AssignmentWriter writer, CircuitSize expected) {
        if (!writer.written().equals(expected)) {
            throw new IllegalStateException("circuit wrote " + writer.written() + ", announced " + expected);
        }
    }

    /** The circuit's size. */
    public CircuitSize size() {
        return size;
    }

    /** Values of the inputs; the first is one. */
    public FrVector inputs() {
        return inputs;
    }

    /** Values of the auxiliary variables. */
    public FrVector aux() {
        return aux;
    }

    /** Values of A, row by row. */
    public FrVector a() {
        return a;
    }

    /** Values of B, row by row. */
    public FrVector b() {
        return b;
    }

    /** Values of C, row by row. */
    public FrVector c() {
        return c;
    }

    /** The variables that occur in A and B. */
    public Density density() {
        return density;
    }
}

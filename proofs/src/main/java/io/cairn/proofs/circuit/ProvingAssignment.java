package io.cairn.proofs.circuit;

import io.cairn.proofs.Progress;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A circuit's witness and its evaluated rows, as the prover needs them, each in the memory of an arena. The rows' vectors are as long as the evaluation domain,
 * with the inputs' own rows (A = input, B = C = 0) appended and zeros to the end.
 */
public final class ProvingAssignment {

    private static final int ROWS_BETWEEN_REPORTS = 1 << 16;

    private final CircuitSize size;
    private final FrVector inputs;
    private final FrVector aux;
    private final FrVector a;
    private final FrVector b;
    private final FrVector c;
    private final Density density = new Density(new BitSet(), new BitSet(), new BitSet());

    private ProvingAssignment(CircuitSize size, Arena witness, Arena rows) {
        this.size = size;
        this.inputs = FrVector.allocate(size.inputs(), witness);
        this.aux = FrVector.allocate(size.aux(), witness);
        this.a = FrVector.allocate(size.domain(), rows);
        this.b = FrVector.allocate(size.domain(), rows);
        this.c = FrVector.allocate(size.domain(), rows);
    }

    /** Synthesises the circuit with its witness. */
    public static ProvingAssignment of(Circuit circuit, Arena arena) {
        return of(circuit, arena, arena, Progress.NONE);
    }

    /**
     * Synthesises the circuit with its witness, reporting rows; throws {@link java.util.concurrent.CancellationException} if asked to stop.
     *
     * @param witness where the variables' values live
     * @param rows    where the rows live, which are needed for a shorter time
     */
    public static ProvingAssignment of(Circuit circuit, Arena witness, Arena rows, Progress progress) {
        ProvingAssignment assignment = new ProvingAssignment(circuit.size(), witness, rows);
        Writer writer = assignment.new Writer(progress);
        circuit.synthesize(writer);
        writer.finish();
        return assignment;
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

    private final class Writer implements ConstraintSystem {

        private final Evaluation evaluation = new Evaluation(inputs, aux);
        private final Progress progress;
        private final long[] one = new long[Fr.LIMBS];
        private final long[] rowValue = new long[Fr.LIMBS];
        private int nextInput = 1;
        private int nextAux;
        private int nextRow;

        Writer(Progress progress) {
            this.progress = progress;
            Fr.setOne(one, 0);
            inputs.put(0, one, 0);
        }

        @Override
        public boolean assigned() {
            return true;
        }

        @Override
        public int allocateInput(long[] value, int offset) {
            inputs.put(nextInput, value, offset);
            return Variable.input(nextInput++);
        }

        @Override
        public int allocate(long[] value, int offset) {
            aux.put(nextAux, value, offset);
            return nextAux++;
        }

        @Override
        public int allocateBit(boolean value) {
            if (value) {
                aux.put(nextAux, one, 0);
            }
            return nextAux++;
        }

        @Override
        public boolean bit(int variable) {
            return !(Variable.isInput(variable) ? inputs : aux).isZero(Variable.index(variable));
        }

        @Override
        public void value(int variable, long[] out, int offset) {
            (Variable.isInput(variable) ? inputs : aux).get(Variable.index(variable), out, offset);
        }

        @Override
        public void enforce(LinearCombination sideA, LinearCombination sideB, LinearCombination sideC) {
            evaluate(sideA, a);
            evaluate(sideB, b);
            evaluate(sideC, c);
            mark(sideA, null, density.aAux());
            mark(sideB, density.bInput(), density.bAux());
            nextRow++;
            if (nextRow % ROWS_BETWEEN_REPORTS == 0) {
                progress.checkCancelled();
                progress.advanced(nextRow, size.constraints());
            }
        }

        private void finish() {
            CircuitSize written = new CircuitSize(nextInput, nextAux, nextRow);
            if (!written.equals(size)) {
                throw new IllegalStateException("circuit wrote " + written + ", announced " + size);
            }
            a.put(nextRow, inputs);
        }

        private void evaluate(LinearCombination side, FrVector rows) {
            Arrays.fill(rowValue, 0);
            evaluation.of(side, rowValue, 0);
            rows.put(nextRow, rowValue, 0);
        }

        private static void mark(LinearCombination side, BitSet inputs, BitSet aux) {
            for (int term = 0; term < side.size(); term++) {
                int variable = side.variable(term);
                if (!Variable.isInput(variable)) {
                    aux.set(variable);
                } else if (inputs != null) {
                    inputs.set(Variable.index(variable));
                }
            }
        }
    }
}

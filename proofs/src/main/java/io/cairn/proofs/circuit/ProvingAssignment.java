package io.cairn.proofs.circuit;

import io.cairn.proofs.Progress;
import io.cairn.proofs.field.Fr;
import java.util.BitSet;

/**
 * A circuit's witness and its evaluated rows, as the prover needs them. All arrays hold Montgomery limbs, four a value. The rows' arrays
 * are as long as the evaluation domain, with the inputs' own rows (A = input, B = C = 0) appended and zeros to the end.
 */
public final class ProvingAssignment {

    private static final int ROWS_BETWEEN_REPORTS = 1 << 16;

    private final CircuitSize size;
    private final long[] inputs;
    private final long[] aux;
    private final long[] a;
    private final long[] b;
    private final long[] c;
    private final Density density = new Density(new BitSet(), new BitSet(), new BitSet());

    private ProvingAssignment(CircuitSize size) {
        this.size = size;
        this.inputs = new long[Fr.LIMBS * size.inputs()];
        this.aux = new long[Fr.LIMBS * size.aux()];
        int domain = Math.multiplyExact(Fr.LIMBS, size.domain());
        this.a = new long[domain];
        this.b = new long[domain];
        this.c = new long[domain];
    }

    /** Synthesises the circuit with its witness. */
    public static ProvingAssignment of(Circuit circuit) {
        return of(circuit, Progress.NONE);
    }

    /** Synthesises the circuit with its witness, reporting rows; throws {@link java.util.concurrent.CancellationException} if asked to stop. */
    public static ProvingAssignment of(Circuit circuit, Progress progress) {
        ProvingAssignment assignment = new ProvingAssignment(circuit.size());
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
    public long[] inputs() {
        return inputs;
    }

    /** Values of the auxiliary variables. */
    public long[] aux() {
        return aux;
    }

    /** Values of A, row by row. */
    public long[] a() {
        return a;
    }

    /** Values of B, row by row. */
    public long[] b() {
        return b;
    }

    /** Values of C, row by row. */
    public long[] c() {
        return c;
    }

    /** The variables that occur in A and B. */
    public Density density() {
        return density;
    }

    private final class Writer implements ConstraintSystem {

        private final Evaluation evaluation = new Evaluation(inputs, aux);
        private final Progress progress;
        private int nextInput = 1;
        private int nextAux;
        private int nextRow;

        Writer(Progress progress) {
            this.progress = progress;
            Fr.setOne(inputs, 0);
        }

        @Override
        public boolean assigned() {
            return true;
        }

        @Override
        public int allocateInput(long[] value, int offset) {
            copy(value, offset, inputs, Fr.LIMBS * nextInput);
            return Variable.input(nextInput++);
        }

        @Override
        public int allocate(long[] value, int offset) {
            copy(value, offset, aux, Fr.LIMBS * nextAux);
            return nextAux++;
        }

        @Override
        public int allocateBit(boolean value) {
            if (value) {
                copy(inputs, 0, aux, Fr.LIMBS * nextAux);
            }
            return nextAux++;
        }

        @Override
        public boolean bit(int variable) {
            long[] values = Variable.isInput(variable) ? inputs : aux;
            return values[Fr.LIMBS * Variable.index(variable)] != 0;
        }

        @Override
        public void value(int variable, long[] out, int offset) {
            copy(Variable.isInput(variable) ? inputs : aux, Fr.LIMBS * Variable.index(variable), out, offset);
        }

        @Override
        public void enforce(LinearCombination sideA, LinearCombination sideB, LinearCombination sideC) {
            int at = Fr.LIMBS * nextRow;
            evaluation.of(sideA, a, at);
            evaluation.of(sideB, b, at);
            evaluation.of(sideC, c, at);
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
            System.arraycopy(inputs, 0, a, Fr.LIMBS * nextRow, inputs.length);
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

        private static void copy(long[] from, int at, long[] to, int offset) {
            to[offset] = from[at];
            to[offset + 1] = from[at + 1];
            to[offset + 2] = from[at + 2];
            to[offset + 3] = from[at + 3];
        }
    }
}

package io.cairn.proofs.circuit;

import io.cairn.proofs.dispatch.ProofDispatcher;

/** Counts variables and passes rows on as they come. */
final class StructureSystem implements ConstraintSystem {

    private static final int ROWS_OF_A_PART = 1 << 13;

    private final RowSink rows;
    private int inputs = 1;
    private int aux;
    private int constraints;

    StructureSystem(RowSink rows) {
        this.rows = rows;
    }

    CircuitSize size() {
        return new CircuitSize(inputs, aux, constraints);
    }

    @Override
    public boolean assigned() {
        return false;
    }

    @Override
    public int allocateInput(long[] value, int offset) {
        return Variable.input(inputs++);
    }

    @Override
    public int allocate(long[] value, int offset) {
        return aux++;
    }

    @Override
    public int allocateBit(boolean value) {
        return aux++;
    }

    @Override
    public boolean bit(int variable) {
        return false;
    }

    @Override
    public void value(int variable, long[] out, int offset) {
        out[offset] = 0;
        out[offset + 1] = 0;
        out[offset + 2] = 0;
        out[offset + 3] = 0;
    }

    @Override
    public void row(long[] values, int at) {
        throw new UnsupportedOperationException("values of a row of a system without a witness");
    }

    @Override
    public void enforce(LinearCombination a, LinearCombination b, LinearCombination c) {
        rows.row(a, b, c);
        constraints++;
        if (constraints % ROWS_OF_A_PART == 0) {
            ProofDispatcher.giveWay();
        }
    }
}

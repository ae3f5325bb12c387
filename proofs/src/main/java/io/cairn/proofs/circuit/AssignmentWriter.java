package io.cairn.proofs.circuit;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import java.util.Arrays;

/** Writes a run of variables and rows of a {@link ProvingAssignment}. Reads any variable that is there already; others may write other runs meanwhile. */
final class AssignmentWriter implements ConstraintSystem {

    /** A few hundredths of a second. */
    private static final int ROWS_BETWEEN_REPORTS = 1 << 14;

    private final FrVector inputs;
    private final FrVector aux;
    private final FrVector a;
    private final FrVector b;
    private final FrVector c;
    private final Evaluation evaluation;
    private final RowCount rows;
    private final long[] one = new long[Fr.LIMBS];
    private final long[] rowValue = new long[Fr.LIMBS];
    private int nextInput;
    private int nextAux;
    private int nextRow;
    private int unreported;

    /** Writes from the variables and the row on that {@code from} counts. */
    AssignmentWriter(ProvingAssignment assignment, CircuitSize from, RowCount rows) {
        this.inputs = assignment.inputs();
        this.aux = assignment.aux();
        this.a = assignment.a();
        this.b = assignment.b();
        this.c = assignment.c();
        this.evaluation = new Evaluation(inputs, aux);
        this.rows = rows;
        this.nextInput = from.inputs();
        this.nextAux = from.aux();
        this.nextRow = from.constraints();
        Fr.setOne(one, 0);
    }

    /** What is written with all before it. */
    CircuitSize written() {
        return new CircuitSize(nextInput, nextAux, nextRow);
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
        return (Variable.isInput(variable) ? inputs : aux).lowestLimb(Variable.index(variable)) != 0;
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
        endRow();
    }

    @Override
    public void row(long[] values, int at) {
        a.put(nextRow, values, at);
        b.put(nextRow, values, at + Fr.LIMBS);
        c.put(nextRow, values, at + 2 * Fr.LIMBS);
        endRow();
    }

    private void endRow() {
        nextRow++;
        unreported++;
        if (unreported == ROWS_BETWEEN_REPORTS) {
            rows.add(unreported);
            unreported = 0;
        }
    }

    private void evaluate(LinearCombination side, FrVector values) {
        Arrays.fill(rowValue, 0);
        evaluation.of(side, rowValue, 0);
        values.put(nextRow, rowValue, 0);
    }
}

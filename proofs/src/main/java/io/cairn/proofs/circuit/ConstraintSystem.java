package io.cairn.proofs.circuit;

/**
 * What a circuit is synthesised against: allocates variables and collects rows A * B = C. Input 0 is {@link Variable#ONE} and
 * exists from the start. The order of the calls fixes every index. Values are four Montgomery limbs of the scalar field.
 *
 * <p>A system without a witness ({@link #assigned()} is false) ignores the values given and answers zero for each.
 */
public interface ConstraintSystem {

    /** Whether values are kept; gadgets may skip costly computations when they are not. */
    boolean assigned();

    /** Allocates the next public input. */
    int allocateInput(long[] value, int offset);

    /** Allocates the next auxiliary variable. */
    int allocate(long[] value, int offset);

    /** Allocates the next auxiliary variable with the value 0 or 1; adds no row. */
    int allocateBit(boolean value);

    /** Whether the variable's value is one. */
    boolean bit(int variable);

    /** Copies the variable's value to {@code out}. */
    void value(int variable, long[] out, int offset);

    /**
     * Appends a row by its values alone, which must be those of the combinations that a system without a witness is given in its place.
     *
     * @param values those of A, B and C, one after the other from {@code at} on
     * @throws UnsupportedOperationException without a witness
     */
    void row(long[] values, int at);

    /** Appends the row a * b = c. The combinations belong to the caller, who may change them afterwards. */
    void enforce(LinearCombination a, LinearCombination b, LinearCombination c);
}

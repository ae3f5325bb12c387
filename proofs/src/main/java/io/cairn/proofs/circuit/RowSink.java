package io.cairn.proofs.circuit;

/** Receives the rows of a circuit in order. */
@FunctionalInterface
public interface RowSink {

    /**
     * The next row a * b = c. Each combination has one term for each variable, no zero coefficient, and its terms sorted: inputs by
     * index, then auxiliary variables by index. The combinations are only valid during the call.
     */
    void row(LinearCombination a, LinearCombination b, LinearCombination c);
}

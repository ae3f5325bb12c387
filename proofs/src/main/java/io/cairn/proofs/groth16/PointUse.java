package io.cairn.proofs.groth16;

/**
 * Lists of points lent to one proof, which closes this at its end.
 *
 * @param end told once that the proof needs them no more
 */
record PointUse(PointLists lists, Runnable end) implements AutoCloseable {

    @Override
    public void close() {
        end.run();
    }
}

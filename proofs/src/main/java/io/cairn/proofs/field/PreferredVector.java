package io.cairn.proofs.field;

import jdk.incubator.vector.LongVector;

/** What the CPU prefers; loaded only where the Vector API's module is there. */
final class PreferredVector {

    private PreferredVector() {
    }

    static int bits() {
        return LongVector.SPECIES_PREFERRED.vectorBitSize();
    }
}

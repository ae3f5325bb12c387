package io.cairn.proofs.update;

import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.hash.Poseidon;
import java.util.List;

/** The hash that all random numbers of an update come from: Poseidon of two elements under a domain tag of its own. */
public final class UpdateRandomness {

    /** The domain tag, 2^40 (neptune: HashType Custom(1)). */
    public static final Scalar TAG = Scalar.of(1L << 40);

    private static final Poseidon HASH = Poseidon.withTag(2, TAG);

    private UpdateRandomness() {
    }

    /** The number that both make. */
    public static Scalar of(Scalar left, Scalar right) {
        return HASH.hash(List.of(left, right));
    }

    /** The number that binds an update to the new data and the old replica, whose commitments are field elements of 32 bytes. */
    public static Scalar phi(byte[] commDNew, byte[] commROld) {
        return of(Scalar.fromBytes(commDNew), Scalar.fromBytes(commROld));
    }
}

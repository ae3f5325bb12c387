package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Limbs;

/** The width of windows for a sum, by the number and the length of its scalars, which are estimated from some of them. */
final class WindowWidth {

    private static final int WIDEST = 16;
    private static final int SAMPLES = 4096;
    /** What a bucket costs at the end, in additions: it goes into a row and a column, if there is anything in it, and is copied. */
    private static final double BUCKET = 1.75;
    /** What it costs with each segment but the first: it is copied, and often its sum is added to the segment's. */
    private static final double BUCKET_OF_SEGMENT = 1.25;

    private WindowWidth() {
    }

    /** The width that needs the fewest additions. */
    static int of(Scalars scalars, ScalarParts parts) {
        double products = parts.count() * fullScalars(scalars);
        long segments = (scalars.count() + MultiScalarMultiplication.SEGMENT - 1) / MultiScalarMultiplication.SEGMENT;
        double bucket = BUCKET + BUCKET_OF_SEGMENT * Math.max(0, segments - 1);
        int best = 2;
        for (int width = 3; width <= WIDEST; width++) {
            if (additions(width, products, bucket, parts) < additions(best, products, bucket, parts)) {
                best = width;
            }
        }
        return best;
    }

    /** Scalars of full length that have as many bits as all these together. */
    private static double fullScalars(Scalars scalars) {
        long step = Math.max(1, scalars.count() / SAMPLES);
        long[] scalar = new long[Fr.LIMBS];
        long bits = 0;
        for (long k = 0; k < scalars.count(); k += step) {
            scalars.values().get(scalars.position().applyAsLong(k), scalar, 0);
            Fr.toCanonical(scalar, 0, scalar, 0);
            SignedDigits.makeSmall(scalar, 0);
            int length = Limbs.bitLength(scalar, 0, Fr.LIMBS);
            bits += length > 1 ? length : 0;
        }
        return (double) bits * step / SignedDigits.SMALL_BITS;
    }

    private static double additions(int width, double products, double bucket, ScalarParts parts) {
        return Math.ceil((parts.bits() + 1.0) / width) * (products + bucket * (1 << width - 1));
    }
}

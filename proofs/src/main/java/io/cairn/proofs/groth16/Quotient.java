package io.cairn.proofs.groth16;

import io.cairn.proofs.Progress;
import io.cairn.proofs.Shares;
import io.cairn.proofs.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;

/** The polynomial H = (A B - C) / (x^m - 1) from the values of A, B, C on the domain (bellperson: src/groth16/prover/native.rs). */
final class Quotient {

    private static final int TRANSFORMS = 7;
    private static final int PART = 1 << 12;

    private Quotient() {
    }

    /** Overwrites the values of A with the coefficients of H in bit-reversed order, and those of B and C with something of no further use. */
    static void into(long[] a, long[] b, long[] c, Domain domain, Workers workers, Progress progress) {
        Shares transforms = new Shares(progress, TRANSFORMS * Shares.FINE);
        Scalar inverseSize = Scalar.of(domain.size()).inverted();
        for (long[] values : new long[][] {a, b, c}) {
            domain.interpolate(values, transforms.next(Shares.FINE));
            domain.scale(values, inverseSize, Domain.SHIFT);
            domain.evaluate(values, transforms.next(Shares.FINE));
        }
        long[] inverse = new long[Fr.LIMBS];
        Domain.SHIFT.power(domain.size()).minus(Scalar.ONE).inverted().copyTo(inverse, 0);
        workers.forEach((domain.size() + PART - 1) / PART, part -> {
            int end = Math.min(domain.size(), (part + 1) * PART);
            for (int at = Fr.LIMBS * part * PART; at < Fr.LIMBS * end; at += Fr.LIMBS) {
                Fr.mul(a, at, a, at, b, at);
                Fr.sub(a, at, a, at, c, at);
                Fr.mul(a, at, a, at, inverse, 0);
            }
        });
        domain.interpolate(a, transforms.next(Shares.FINE));
        domain.scale(a, inverseSize, Domain.SHIFT.inverted());
    }
}

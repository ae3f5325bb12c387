package io.cairn.proofs.groth16;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.util.List;

/** The polynomial H = (A B - C) / (x^m - 1) from the values of A, B, C on the domain (bellperson: src/groth16/prover/native.rs). */
final class Quotient {

    private static final int TRANSFORMS = 7;
    private static final int PART = 1 << 11;

    private Quotient() {
    }

    /** Overwrites the values of A with the coefficients of H in bit-reversed order, and those of B and C with something of no further use. */
    static void into(FrVector a, FrVector b, FrVector c, Domain domain, Workers workers, Progress progress) {
        Shares transforms = new Shares(progress, TRANSFORMS * Shares.FINE);
        Scalar inverseSize = Scalar.of(domain.size()).inverted();
        for (FrVector values : List.of(a, b, c)) {
            domain.interpolate(values, transforms.next(Shares.FINE));
            domain.scale(values, inverseSize, Domain.SHIFT);
            domain.evaluate(values, transforms.next(Shares.FINE));
        }
        long[] inverse = new long[Fr.LIMBS];
        Domain.SHIFT.power(domain.size()).minus(Scalar.ONE).inverted().copyTo(inverse, 0);
        workers.forEachRange(domain.size(), PART, Progress.NONE, (from, to) -> divide(a, b, c, from, (int) (to - from), inverse));
        domain.interpolate(a, transforms.next(Shares.FINE));
        domain.scale(a, inverseSize, Domain.SHIFT.inverted());
    }

    private static void divide(FrVector a, FrVector b, FrVector c, long first, int count, long[] inverse) {
        long[] values = new long[Fr.LIMBS * count];
        long[] others = new long[Fr.LIMBS * count];
        a.get(first, count, values, 0);
        b.get(first, count, others, 0);
        for (int at = 0; at < values.length; at += Fr.LIMBS) {
            Fr.mul(values, at, values, at, others, at);
        }
        c.get(first, count, others, 0);
        for (int at = 0; at < values.length; at += Fr.LIMBS) {
            Fr.sub(values, at, values, at, others, at);
            Fr.mul(values, at, values, at, inverse, 0);
        }
        a.put(first, count, values, 0);
    }
}

package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.VectorWidth;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("vector")
class DomainTest {

    private static final Workers WORKERS = new ProofDispatcher(2).workers();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 6, 7})
    void coefficientsGiveTheValues(int log2) {
        Domain domain = new Domain(log2, WORKERS, Arena.ofAuto());
        long[] values = elements(log2);
        FrVector coefficients = FrVector.of(values, Arena.ofAuto());
        domain.interpolate(coefficients, Progress.NONE);
        Scalar size = Scalar.of(domain.size());
        for (int point = 0; point < domain.size(); point += 3) {
            Scalar x = Domain.root(log2).power(point);
            Scalar sum = Scalar.ZERO;
            for (int k = 0; k < domain.size(); k++) {
                sum = sum.plus(coefficients.scalar(domain.reversed(k)).times(x.power(k)));
            }
            assertEquals(element(values, point).times(size), sum);
        }
        domain.scale(coefficients, size.inverted(), Scalar.ONE);
        domain.evaluate(coefficients, Progress.NONE);
        assertArrayEquals(values, coefficients.toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 11, 13, 15})
    void vectorsTransformAsPlainJavaDoes(int log2) {
        assumeTrue(VectorWidth.chosen().isVector());
        assertArrayEquals(transformed(new Domain(log2, WORKERS, Arena.ofAuto(), false), log2), transformed(new Domain(log2, WORKERS, Arena.ofAuto(), true), log2));
    }

    private static long[] transformed(Domain domain, int log2) {
        FrVector values = FrVector.of(elements(log2), Arena.ofAuto());
        domain.interpolate(values, Progress.NONE);
        domain.scale(values, Scalar.of(3), Domain.SHIFT);
        domain.evaluate(values, Progress.NONE);
        return values.toArray();
    }

    /** The least and the largest element among arbitrary ones. */
    private static long[] elements(int log2) {
        Random random = new Random(log2);
        long[] out = new long[Fr.LIMBS << log2];
        for (int k = 0; k < 1 << log2; k++) {
            Scalar value = switch (random.nextInt(5)) {
                case 0 -> Scalar.ZERO;
                case 1 -> Scalar.ONE.negated();
                default -> Scalar.of(new BigInteger(256, random));
            };
            value.copyTo(out, Fr.LIMBS * k);
        }
        return out;
    }

    private static Scalar element(long[] values, int k) {
        return Scalar.of(Fr.toBigInteger(values, Fr.LIMBS * k));
    }
}

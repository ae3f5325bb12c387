package io.cairn.benchmarks;

import io.cairn.proofs.field.Field;
import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq12;
import io.cairn.proofs.field.Fq2;
import io.cairn.proofs.field.Fr;
import java.math.BigInteger;
import java.util.Random;

/** Elements of a field by its name, from a fixed seed. */
final class FieldOperands {

    private static final int BITS = 512;

    private FieldOperands() {
    }

    static Field field(String name) {
        return switch (name) {
            case "Fr" -> Fr.FIELD;
            case "Fq" -> Fq.FIELD;
            case "Fq2" -> Fq2.FIELD;
            case "Fq12" -> Fq12.FIELD;
            default -> throw new IllegalArgumentException("field: " + name + ", expected Fr, Fq, Fq2 or Fq12");
        };
    }

    static long[] of(String name, int count) {
        Random random = new Random(1);
        long[] out = new long[count * field(name).limbs()];
        int limbs = name.equals("Fr") ? Fr.LIMBS : Fq.LIMBS;
        for (int k = 0; k < out.length; k += limbs) {
            BigInteger value = new BigInteger(BITS, random);
            if (limbs == Fr.LIMBS) {
                Fr.fromBigInteger(out, k, value);
            } else {
                Fq.fromBigInteger(out, k, value);
            }
        }
        return out;
    }
}

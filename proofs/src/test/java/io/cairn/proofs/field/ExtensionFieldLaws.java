package io.cairn.proofs.field;

import java.math.BigInteger;
import java.util.Random;

/** Makes elements of a tower over {@link Fq} for the laws of fields. */
abstract class ExtensionFieldLaws extends FieldLaws {

    private final Field field;

    ExtensionFieldLaws(Field field) {
        super(field);
        this.field = field;
    }

    @Override
    long[] element(long seed) {
        long[] out = new long[field.limbs()];
        if (seed >= -5 && seed <= 5) {
            Fq.fromBigInteger(out, 0, BigInteger.valueOf(seed));
            return out;
        }
        Random random = new Random(seed);
        for (int at = 0; at < out.length; at += Fq.LIMBS) {
            Fq.fromBigInteger(out, at, new BigInteger(381, random));
        }
        return out;
    }
}

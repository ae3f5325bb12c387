package io.cairn.proofs.curve;

import io.cairn.proofs.field.Field;

/** What a curve needs of its coordinate field besides arithmetic: square roots, an order of signs, and big-endian bytes. */
interface Coordinates {

    Field field();

    /** Bytes of one coordinate. */
    int bytes();

    /** out = a square root of a, if there is one. */
    boolean squareRoot(long[] out, int o, long[] a, int i);

    /** Whether a is the lexicographically larger of a and -a. */
    boolean isLarger(long[] a, int i);

    /** Writes the canonical big-endian bytes. */
    void write(byte[] out, int at, long[] a, int i);

    /** Reads canonical big-endian bytes; throws {@link PointFormatException} if a coordinate is not below the field's order. */
    void read(long[] out, int o, byte[] bytes, int at);
}

package io.cairn.protocol.bitfield;

/** Set operations as one walk along the bounds of two sets. */
enum BoundsMerge {
    UNION,
    INTERSECTION,
    DIFFERENCE;

    BitField apply(BitField left, BitField right) {
        long[] a = left.bounds();
        long[] b = right.bounds();
        Bounds result = new Bounds();
        int i = 0;
        int j = 0;
        long position = 0;
        while (i < a.length || j < b.length) {
            long next = nextBound(a, i, b, j);
            if (holds(i % 2 == 1, j % 2 == 1)) {
                result.add(position, next);
            }
            position = next;
            i += i < a.length && a[i] == next ? 1 : 0;
            j += j < b.length && b[j] == next ? 1 : 0;
        }
        return BitField.ofBounds(result.toArray());
    }

    private boolean holds(boolean inLeft, boolean inRight) {
        return switch (this) {
            case UNION -> inLeft || inRight;
            case INTERSECTION -> inLeft && inRight;
            case DIFFERENCE -> inLeft && !inRight;
        };
    }

    private static long nextBound(long[] a, int i, long[] b, int j) {
        if (i == a.length) {
            return b[j];
        }
        return j == b.length || Long.compareUnsigned(a[i], b[j]) <= 0 ? a[i] : b[j];
    }
}

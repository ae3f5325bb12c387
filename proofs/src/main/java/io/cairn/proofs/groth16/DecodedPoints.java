package io.cairn.proofs.groth16;

import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.Points;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** Points that are kept outside the heap once they were decoded, each with a byte that says so. Threads that meet at a point decode it twice, to the same limbs. */
final class DecodedPoints implements Points {

    private static final VarHandle KNOWN = ValueLayout.JAVA_BYTE.varHandle();
    private static final ValueLayout.OfLong LIMB = ValueLayout.JAVA_LONG;

    private final Points encoded;
    private final int limbs;
    private final MemorySegment points;
    private final MemorySegment known;

    DecodedPoints(Points encoded, Arena arena) {
        this.encoded = encoded;
        this.limbs = encoded.curve().affineLimbs();
        this.points = arena.allocate(encoded.count() * limbs * Long.BYTES, Long.BYTES);
        this.known = arena.allocate(encoded.count());
    }

    /** Bytes that the list takes. */
    static long bytes(Points encoded) {
        return encoded.count() * (encoded.curve().affineLimbs() * Long.BYTES + 1);
    }

    @Override
    public Curve curve() {
        return encoded.curve();
    }

    @Override
    public long count() {
        return encoded.count();
    }

    @Override
    public void get(long k, long[] out, int o) {
        long at = k * limbs * Long.BYTES;
        if ((byte) KNOWN.getAcquire(known, k) != 0) {
            MemorySegment.copy(points, LIMB, at, out, o, limbs);
            return;
        }
        encoded.get(k, out, o);
        keep(k, out, o);
    }

    @Override
    public void get(long[] numbers, int count, long[] out) {
        long[] missing = new long[count];
        int[] places = new int[count];
        int misses = 0;
        for (int k = 0; k < count; k++) {
            if ((byte) KNOWN.getAcquire(known, numbers[k]) != 0) {
                MemorySegment.copy(points, LIMB, numbers[k] * limbs * Long.BYTES, out, k * limbs, limbs);
            } else {
                missing[misses] = numbers[k];
                places[misses++] = k;
            }
        }
        long[] fresh = new long[misses * limbs];
        encoded.get(missing, misses, fresh);
        for (int k = 0; k < misses; k++) {
            keep(missing[k], fresh, k * limbs);
            System.arraycopy(fresh, k * limbs, out, places[k] * limbs, limbs);
        }
    }

    private void keep(long k, long[] from, int at) {
        MemorySegment.copy(from, at, points, LIMB, k * limbs * Long.BYTES, limbs);
        KNOWN.setRelease(known, k, (byte) 1);
    }
}

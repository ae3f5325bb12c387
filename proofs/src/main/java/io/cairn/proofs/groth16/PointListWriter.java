package io.cairn.proofs.groth16;

import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.FixedBase;
import io.cairn.proofs.curve.PointEncoding;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes lists of multiples of a generator to a parameter file, some thousand points at a time. */
final class PointListWriter {

    private static final int PART = 1 << 13;

    private final FileChannel file;
    private final Workers workers;
    private final Progress progress;
    private final long total;
    private long done;

    PointListWriter(FileChannel file, Workers workers, Progress progress, long total) {
        this.file = file;
        this.workers = workers;
        this.progress = progress;
        this.total = total;
    }

    /** Writes the length and the points; none of the scalars may be zero, or the message of the exception says so by the list's name. */
    void write(String name, Curve curve, FixedBase base, long count, ScalarSource scalars) throws IOException {
        write(ByteBuffer.allocate(Integer.BYTES).putInt(Math.toIntExact(count)).flip());
        int parts = 2 * workers.parallelism();
        for (long first = 0; first < count; first += parts * PART) {
            progress.checkCancelled();
            long from = first;
            byte[][] encoded = new byte[parts][];
            workers.forEach(parts, part -> {
                long begin = Math.min(count, from + (long) part * PART);
                encoded[part] = points(name, curve, base, begin, (int) (Math.min(count, begin + PART) - begin), scalars);
            });
            for (byte[] part : encoded) {
                long before = file.position();
                write(ByteBuffer.wrap(part));
                DiskSpace.forceNowAndThen(file, before, file.position());
            }
            done += Math.min(count - first, (long) parts * PART);
            progress.advanced(done, total);
        }
    }

    private static byte[] points(String name, Curve curve, FixedBase base, long first, int count, ScalarSource source) {
        long[] scalars = new long[Fr.LIMBS * count];
        source.fill(first, count, scalars);
        long[] points = base.multiply(scalars, 0, count);
        byte[] out = new byte[count * curve.uncompressedBytes()];
        for (int k = 0; k < count; k++) {
            if (curve.isAffineInfinity(points, k * curve.affineLimbs())) {
                throw new UnconstrainedVariableException(name, first + k);
            }
            PointEncoding.writeUncompressed(curve, out, k * curve.uncompressedBytes(), points, k * curve.affineLimbs());
        }
        return out;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}

package io.cairn.proofs.groth16;

import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Points;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An open parameter file (bellperson: src/groth16/params.rs): the verifying key, then the points of h, l, a, b_g1 (G1) and b_g2 (G2), each list behind its
 * length as a big-endian 32-bit integer. The file is mapped; only the key is decoded at once. Safe for many threads until it is closed.
 */
public final class Parameters implements AutoCloseable {

    private static final ValueLayout.OfInt LENGTH = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena;
    private final VerifyingKey key;
    private final Points h;
    private final Points l;
    private final Points a;
    private final Points bG1;
    private final Points bG2;

    private Parameters(Arena arena, MemorySegment file) {
        this.arena = arena;
        this.key = VerifyingKey.readFrom(file.asSlice(0, Math.min(file.byteSize(), Integer.MAX_VALUE)).asByteBuffer());
        Reader reader = new Reader(file, VerifyingKey.bytes(key.ic().size()));
        this.h = reader.next("h", G1.CURVE);
        this.l = reader.next("l", G1.CURVE);
        this.a = reader.next("a", G1.CURVE);
        this.bG1 = reader.next("b_g1", G1.CURVE);
        this.bG2 = reader.next("b_g2", G2.CURVE);
        if (reader.at != file.byteSize()) {
            throw new ParametersFormatException("parameter file has " + file.byteSize() + " bytes, expected " + reader.at);
        }
        if (bG1.count() != bG2.count()) {
            throw new ParametersFormatException("parameter file has " + bG1.count() + " points of b_g1 but " + bG2.count() + " of b_g2");
        }
    }

    /**
     * Opens a parameter file.
     *
     * @throws IOException               if it cannot be read
     * @throws ParametersFormatException if its key or its lengths are wrong
     */
    public static Parameters open(Path path) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new Parameters(arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException | RuntimeException failed) {
            arena.close();
            throw failed;
        }
    }

    private static final class Reader {

        private final MemorySegment file;
        private long at;

        private Reader(MemorySegment file, long at) {
            this.file = file;
            this.at = at;
        }

        private Points next(String name, Curve curve) {
            if (file.byteSize() - at < LENGTH.byteSize()) {
                throw new ParametersFormatException("parameter file of " + file.byteSize() + " bytes ends before the length of " + name);
            }
            long count = Integer.toUnsignedLong(file.get(LENGTH, at));
            long bytes = count * curve.uncompressedBytes();
            at += LENGTH.byteSize();
            if (file.byteSize() - at < bytes) {
                throw new ParametersFormatException("parameter file of " + file.byteSize() + " bytes ends within the "
                        + count + " points of " + name);
            }
            Points points = new PointFile(name, curve, count, file.asSlice(at, bytes));
            at += bytes;
            return points;
        }
    }

    /** The verifying key. */
    public VerifyingKey key() {
        return key;
    }

    /** Bases of the quotient. */
    Points h() {
        return h;
    }

    /** Bases of the auxiliary variables. */
    Points l() {
        return l;
    }

    /** Bases of A: all inputs, then the auxiliary variables that occur in A. */
    Points a() {
        return a;
    }

    /** Bases of B in G1: the inputs, then the auxiliary variables that occur in B. */
    Points bG1() {
        return bG1;
    }

    /** The same in G2. */
    Points bG2() {
        return bG2;
    }

    @Override
    public void close() {
        arena.close();
    }
}

package io.cairn.proofs.groth16;

import io.cairn.proofs.MemoryBudget;
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
import java.util.Optional;

/**
 * An open parameter file (bellperson: src/groth16/params.rs): the verifying key, then the points of h, l, a, b_g1 (G1) and b_g2 (G2), each list behind its
 * length as a big-endian 32-bit integer. The file is mapped; only the key is decoded at once. Safe for many threads until it is closed.
 */
public final class Parameters implements AutoCloseable {

    private static final ValueLayout.OfInt LENGTH = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena;
    private final VerifyingKey key;
    private final PointLists lists;
    private volatile Optional<PointCache> cache = Optional.empty();

    private Parameters(Arena arena, MemorySegment file) {
        this.arena = arena;
        this.key = VerifyingKey.readFrom(file.asSlice(0, Math.min(file.byteSize(), Integer.MAX_VALUE)).asByteBuffer());
        Reader reader = new Reader(file, VerifyingKey.bytes(key.ic().size()));
        this.lists = new PointLists(reader.next("h", G1.CURVE), reader.next("l", G1.CURVE), reader.next("a", G1.CURVE),
                reader.next("b_g1", G1.CURVE), reader.next("b_g2", G2.CURVE));
        if (reader.at != file.byteSize()) {
            throw new ParametersFormatException("parameter file has " + file.byteSize() + " bytes, expected " + reader.at);
        }
        if (lists.bG1().count() != lists.bG2().count()) {
            throw new ParametersFormatException("parameter file has " + lists.bG1().count() + " points of b_g1 but " + lists.bG2().count()
                    + " of b_g2");
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

    /** Has decoded points kept from now on, as long as the budget has memory to spare. */
    public void keepDecoded(MemoryBudget budget, String purpose) {
        if (cache.isPresent()) {
            throw new IllegalStateException(purpose + ": decoded points are kept already");
        }
        cache = Optional.of(new PointCache(lists, budget, purpose));
    }

    /** The points, as they are in the file. */
    PointLists lists() {
        return lists;
    }

    /** The points for a proof, decoded if they are kept so. */
    PointUse use() {
        return cache.map(PointCache::use).orElseGet(() -> new PointUse(lists, () -> { }));
    }

    @Override
    public void close() {
        cache.ifPresent(PointCache::close);
        arena.close();
    }
}

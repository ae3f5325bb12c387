package io.cairn.proofs.tree;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.DiskFullException;
import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.Disposal;
import io.cairn.proofs.FileRemedy;
import io.cairn.proofs.HugePages;
import io.cairn.proofs.field.VectorWidth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of 32-byte nodes mapped into memory, of any size. Reading and writing are safe from many threads as long as
 * they touch different nodes; closing while another thread works is not allowed. If the file is cut off meanwhile or its disk fails,
 * whoever touches it gets an {@link InternalError} of the JVM.
 */
public final class MappedFile implements AutoCloseable {

    private static final int NODE = 32;
    private static final boolean IN_VECTORS = VectorWidth.chosen().isVector();

    private final Path path;
    private final Arena arena;
    private final MemorySegment memory;

    private MappedFile(Path path, Arena arena, MemorySegment memory) {
        this.path = path;
        this.arena = arena;
        this.memory = memory;
    }

    /**
     * Maps an existing file for reading.
     *
     * @throws IOException if the file is missing or has another length than expected
     */
    public static MappedFile read(Path path, long expectedBytes) throws IOException {
        requireLength(path, expectedBytes);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return map(path, channel, FileChannel.MapMode.READ_ONLY, expectedBytes);
        }
    }

    /**
     * Maps the first bytes of an existing file for reading; the file may be longer.
     *
     * @throws IOException if the file is missing or shorter
     */
    public static MappedFile readPrefix(Path path, long bytes) throws IOException {
        if (sizeOf(path) < bytes) {
            throw new DamagedFileException(path, Files.size(path) + " bytes", "at least " + bytes);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return map(path, channel, FileChannel.MapMode.READ_ONLY, bytes);
        }
    }

    /**
     * Creates a file of zeros, replacing an existing one, and maps it for writing. All its blocks are on the disk.
     *
     * @throws DiskFullException if the disk has no room for it; there is then no file
     */
    public static MappedFile create(Path path, long bytes) throws IOException {
        DiskSpace.remove(path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.CREATE_NEW)) {
            DiskSpace.fill(path, channel, bytes);
            return map(path, channel, FileChannel.MapMode.READ_WRITE, bytes);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Zeros in memory outside the heap, of no file. */
    public static MappedFile inMemory(long bytes) {
        Arena arena = Arena.ofShared();
        return new MappedFile(Path.of("memory"), arena, HugePages.allocate(bytes, Long.BYTES, arena));
    }

    private static MappedFile map(Path path, FileChannel channel, FileChannel.MapMode mode, long bytes)
            throws IOException {
        Arena arena = Arena.ofShared();
        try {
            return new MappedFile(path, arena, channel.map(mode, 0, bytes, arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static long sizeOf(Path path) throws IOException {
        FileRemedy.requireThere(path);
        return Files.size(path);
    }

    private static void requireLength(Path path, long expected) throws IOException {
        if (sizeOf(path) != expected) {
            throw new DamagedFileException(path, Files.size(path) + " bytes", String.valueOf(expected));
        }
    }

    /** Nodes in the file. */
    public long nodes() {
        return memory.byteSize() / NODE;
    }

    /** The mapped bytes. */
    public MemorySegment memory() {
        return memory;
    }

    /** Copies {@code count} nodes from node {@code first} on into the array. */
    public void get(long first, int count, byte[] out, int offset) {
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, first * NODE, out, offset, count * NODE);
    }

    /**
     * Copies single nodes from all over the file, one behind the other.
     *
     * @param indexes which ones, unsigned, {@code count} from {@code at} on
     */
    public void gather(int[] indexes, int at, int count, byte[] out, int offset) {
        if (IN_VECTORS) {
            NodeVector.gather(memory, indexes, at, count, out, offset);
        } else {
            for (int i = 0; i < count; i++) {
                get(Integer.toUnsignedLong(indexes[at + i]), 1, out, offset + i * NODE);
            }
        }
    }

    /** Copies {@code count} nodes of the array to node {@code first} and those after it. */
    public void put(long first, int count, byte[] in, int offset) {
        MemorySegment.copy(in, offset, memory, ValueLayout.JAVA_BYTE, first * NODE, count * NODE);
    }

    /** One node. */
    public byte[] node(long index) {
        byte[] node = new byte[NODE];
        get(index, 1, node, 0);
        return node;
    }

    /** Writes changed pages to the disk, part by part; returns when they are there. */
    public void force() {
        try {
            DiskSpace.force(memory);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("writing " + path, e.getCause());
        }
    }

    /** Nobody reaches the memory any more; a large mapping is taken down in the background. */
    @Override
    public void close() {
        Disposal.run(memory.byteSize(), arena::close);
    }
}

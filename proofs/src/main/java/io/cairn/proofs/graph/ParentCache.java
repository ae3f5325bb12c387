package io.cairn.proofs.graph;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.hash.Sha256Nodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The parents of all nodes of a graph, kept in a file: 14 little-endian 32-bit numbers a node, no header.
 *
 * <p>Same name and content as the reference's cache, so the files can be shared. Source: rust-fil-proofs,
 * storage-proofs-porep/src/stacked/vanilla/cache.rs.
 */
public final class ParentCache implements ParentSource, AutoCloseable {

    private static final ValueLayout.OfInt PARENT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int NODE_BYTES = 4 * DEGREE;
    private static final int GRAIN = 4096;
    private static final long LOOK_NANOS = 20_000_000;

    private final long nodes;
    private final Arena arena;
    private final MemorySegment memory;

    private ParentCache(long nodes, Arena arena, MemorySegment memory) {
        this.nodes = nodes;
        this.arena = arena;
        this.memory = memory;
    }

    /**
     * Opens the cache of a graph in a directory, and makes it first if it is missing. Several processes may do so at
     * once.
     *
     * @param progress counts nodes while the cache is made
     * @throws io.cairn.proofs.DiskFullException if what is to be made does not fit
     * @throws IOException if the file is damaged, or what was made does not have the published digest
     */
    public static ParentCache open(Path directory, StackedGraph graph, Workers workers, Progress progress)
            throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(graph.cacheFileName());
        if (Files.notExists(file)) {
            makeLocked(file, graph, workers, progress);
        }
        long bytes = graph.nodes() * NODE_BYTES;
        if (Files.size(file) != bytes) {
            throw new DamagedFileException(file, Files.size(file) + " bytes", String.valueOf(bytes));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Arena arena = Arena.ofShared();
            return new ParentCache(graph.nodes(), arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes, arena));
        }
    }

    @Override
    public long nodes() {
        return nodes;
    }

    @Override
    public void parents(long first, int count, int[] out) {
        MemorySegment.copy(memory, PARENT, first * NODE_BYTES, out, 0, count * DEGREE);
    }

    @Override
    public void close() {
        arena.close();
    }

    private static void makeLocked(Path file, StackedGraph graph, Workers workers, Progress progress)
            throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock.isValid() && Files.notExists(file)) {
                Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
                make(unfinished, graph, workers, progress);
                verify(unfinished, file.getFileName().toString());
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Waits until no other process makes the cache. */
    private static FileLock lock(FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock();
        while (lock == null) {
            ProofDispatcher.whileWaiting(() -> LockSupport.parkNanos(LOOK_NANOS));
            ProofDispatcher.giveWay();
            lock = channel.tryLock();
        }
        return lock;
    }

    private static void make(Path file, StackedGraph graph, Workers workers, Progress progress) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            DiskSpace.require(file, graph.nodes() * NODE_BYTES);
            write(channel, graph, workers, progress);
            DiskSpace.force(channel);
        } catch (IOException e) {
            throw DiskSpace.explained(file, graph.nodes() * NODE_BYTES, e);
        }
    }

    /** Writes the parents of all nodes, each worker its ranges. */
    static void write(FileChannel channel, StackedGraph graph, Workers workers, Progress progress) throws IOException {
        try {
            workers.forEachRange(graph.nodes(), GRAIN, progress, (from, to) -> write(channel, graph, from, to));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(FileChannel channel, StackedGraph graph, long from, long to) {
        int[] parents = new int[DEGREE * (int) (to - from)];
        graph.parents(from, (int) (to - from), parents);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * parents.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(parents);
        try {
            DiskSpace.writeAt(channel, bytes, from * NODE_BYTES);
            DiskSpace.forceNowAndThen(channel, from * NODE_BYTES, to * NODE_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a whole cache file and compares it with the digest published for the name, if there is one. */
    static void verify(Path file, String name) throws IOException {
        Optional<String> expected = ParentCacheManifest.digest(name);
        if (expected.isPresent()) {
            String actual = sha256(file);
            if (!actual.equals(expected.get())) {
                throw new DamagedFileException(file, "SHA-256 " + actual, expected.get());
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest sha = Sha256Nodes.newDigest();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
            while (channel.read(buffer) >= 0) {
                ProofDispatcher.giveWay();
                sha.update(buffer.flip());
                buffer.clear();
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}

package io.cairn.proofs;

import io.cairn.proofs.dispatch.ProofDispatcher;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Room on disks. Files that are mapped get all their blocks first: a write to a mapped file whose disk is full kills the thread that
 * writes, wherever it is, instead of failing.
 */
public final class DiskSpace {

    private static final int CHUNK = 1 << 20;
    /** Bytes that are forced to the disk at once. */
    private static final long FORCED = 16L << 20;

    /** Bytes whose blocks are freed at once. */
    private static final long REMOVED = 512L << 20;

    private DiskSpace() {
    }

    /** Throws {@link DiskFullException} if the disk of a file in an existing folder has no room for so many more bytes. */
    public static void require(Path file, long bytes) throws IOException {
        FileStore disk = Files.getFileStore(file.toAbsolutePath().getParent());
        boolean known = disk.getTotalSpace() > 0;
        if (known && disk.getUsableSpace() < bytes) {
            Disposal.settle();
        }
        if (known && disk.getUsableSpace() < bytes) {
            throw new DiskFullException(file, bytes, disk.getUsableSpace());
        }
    }

    /**
     * Writes zeros to a new file, so that the disk has its blocks.
     *
     * @throws DiskFullException if they do not fit; what was written is then for the caller to delete
     */
    public static void fill(Path file, FileChannel channel, long bytes) throws IOException {
        require(file, bytes);
        ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK, bytes));
        try {
            for (long at = 0; at < bytes; ) {
                ProofDispatcher.giveWay();
                zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - at));
                at += channel.write(zeros, at);
            }
        } catch (IOException e) {
            throw explained(file, bytes, e);
        }
    }

    /** Writes all of a buffer from a place of a file on; several threads may do so at once. */
    public static void writeAt(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }

    /** Deletes a file if it is there, part by part from its end: the blocks of many gigabytes take a second to free. */
    public static void remove(Path file) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > REMOVED) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (long left = channel.size() - REMOVED; left > 0; left -= REMOVED) {
                    ProofDispatcher.giveWay();
                    channel.truncate(left);
                }
            }
        }
        Files.deleteIfExists(file);
    }

    /** Writes changed pages of a mapped file to the disk, so much at a time as a disk takes in some hundredths of a second; others have the core meanwhile. */
    public static void force(MemorySegment mapped) {
        for (long at = 0; at < mapped.byteSize(); at += FORCED) {
            MemorySegment part = mapped.asSlice(at, Math.min(FORCED, mapped.byteSize() - at));
            ProofDispatcher.whileWaiting(part::force);
            ProofDispatcher.giveWay();
        }
    }

    /** Writes to the disk what a file's channel was given and what is not there yet; others have the core meanwhile. */
    public static void force(FileChannel channel) throws IOException {
        IOException[] failure = new IOException[1];
        ProofDispatcher.whileWaiting(() -> {
            try {
                channel.force(true);
            } catch (IOException e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
        ProofDispatcher.giveWay();
    }

    /** The same, if another {@link #FORCED} bytes have been written: so no wait is long. */
    public static void forceNowAndThen(FileChannel channel, long before, long now) throws IOException {
        if (before / FORCED != now / FORCED) {
            force(channel);
        }
    }

    /**
     * Replaces a file by the first bytes of another; returns when they are on the disk.
     *
     * @throws DiskFullException    if they do not fit
     * @throws DamagedFileException if the other file is shorter
     */
    public static void copyFirst(Path from, Path to, long bytes) throws IOException {
        FileRemedy.requireThere(from);
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            require(to, bytes);
            for (long done = 0; done < bytes; ) {
                ProofDispatcher.giveWay();
                long count = source.transferTo(done, Math.min(CHUNK, bytes - done), target);
                if (count <= 0) {
                    throw new DamagedFileException(from, done + " bytes", "at least " + bytes);
                }
                forceNowAndThen(target, done, done + count);
                done += count;
            }
            force(target);
        } catch (IOException e) {
            throw explained(to, bytes, e);
        }
    }

    /** The failure itself, or if it came of a full disk, one that says so. */
    public static IOException explained(Path file, long wanted, IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = message.contains("no space left") || message.contains("quota exceeded") || message.contains("not enough space");
        if (!full || failure instanceof DiskFullException) {
            return failure;
        }
        DiskFullException explained = new DiskFullException(file, wanted, file.toFile().getUsableSpace());
        explained.initCause(failure);
        return explained;
    }
}

package io.cairn.devnet.store;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.protocol.ipld.MissingBlockException;
import io.cairn.protocol.message.SignedMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Every object of the chain, every message with its signature, and the successive heads, in one file that only grows. A record is
 * {@code [kind, u8][length, u32][CRC-32C of kind, length and bytes, u32][bytes]}, big-endian. Objects may be lost by a
 * crash until {@link #advance} has returned; then head and all objects before it are on disk. A torn record at the end,
 * as a crash leaves it, is cut off when the file is opened; damage before the end is refused.
 */
public final class ChainLog implements BlockStore, AutoCloseable {

    private static final String IN_USE = "it is in use by another chain; stop that one, or begin a chain in another folder";
    private static final int HEADER_BYTES = 9;
    private static final int LONGEST_RECORD = 64 << 20;

    private enum Kind {
        OBJECT,
        HEAD,
        SIGNED_MESSAGE
    }

    private record Place(long position, int length) {}

    private final Path file;
    private final FileChannel channel;
    private final Map<Cid, Place> objects = new HashMap<>();
    private final Map<Cid, Place> signed = new HashMap<>();
    private Optional<byte[]> head = Optional.empty();
    private long end;

    private ChainLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the log, or begins one.
     *
     * @throws UncheckedIOException when the file cannot be read or written, or another process has it open
     * @throws CorruptLogException when a record that is not the last one is damaged
     */
    public static ChainLog open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return open(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the chain's log " + file + ": " + e.getMessage(), e);
        }
    }

    /** The log over an open channel, which it closes when it is refused. */
    static ChainLog open(Path file, FileChannel channel) throws IOException {
        try {
            lock(file, channel);
            ChainLog log = new ChainLog(file, channel);
            log.replay();
            return log;
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException openHere) {
            throw new IOException(IN_USE, openHere);
        }
        throw new IOException(IN_USE);
    }

    private void replay() throws IOException {
        long size = channel.size();
        while (end < size) {
            Optional<byte[]> record = readRecord(end, size);
            if (record.isEmpty()) {
                cutTornEnd(size);
                return;
            }
            ByteBuffer header = read(end, HEADER_BYTES);
            Kind kind = Kind.values()[header.get(0)];
            byte[] bytes = record.get();
            switch (kind) {
                case OBJECT -> objects.put(Cid.ofDagCbor(bytes), new Place(end + HEADER_BYTES, bytes.length));
                case HEAD -> head = Optional.of(bytes);
                case SIGNED_MESSAGE -> signed.put(CborReader.readAll(bytes, SignedMessage::readFrom).message().cid(),
                        new Place(end + HEADER_BYTES, bytes.length));
            }
            end += HEADER_BYTES + bytes.length;
        }
    }

    /** The record at {@code position}; empty when it is torn or damaged. */
    private Optional<byte[]> readRecord(long position, long size) throws IOException {
        if (position + HEADER_BYTES > size) {
            return Optional.empty();
        }
        ByteBuffer header = read(position, HEADER_BYTES);
        int kind = header.get(0);
        int length = header.getInt(1);
        if (kind < 0 || kind >= Kind.values().length || length < 0 || length > LONGEST_RECORD
                || position + HEADER_BYTES + length > size) {
            return Optional.empty();
        }
        byte[] bytes = read(position + HEADER_BYTES, length).array();
        return checksum((byte) kind, bytes) == header.getInt(5) ? Optional.of(bytes) : Optional.empty();
    }

    private void cutTornEnd(long size) throws IOException {
        for (long later = end + 1; later + HEADER_BYTES <= size; later++) {
            Optional<byte[]> sound = readRecord(later, size);
            if (sound.isPresent() && sound.get().length > 0) {
                throw new CorruptLogException("the chain's log " + file + " is damaged at byte " + end
                        + " but goes on at byte " + later + "; restore it, or remove it to begin a new chain");
            }
        }
        channel.truncate(end);
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException(file + " ends at byte " + (position + buffer.position()));
            }
        }
        return buffer.flip();
    }

    private static int checksum(byte kind, byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(kind);
        crc.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        crc.update(bytes);
        return (int) crc.getValue();
    }

    @Override
    public synchronized byte[] get(Cid cid) {
        Place place = objects.get(cid);
        if (place == null) {
            throw new MissingBlockException(cid);
        }
        return readPlace(place, cid);
    }

    private byte[] readPlace(Place place, Cid cid) {
        try {
            return read(place.position(), place.length()).array();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + cid + " from " + file, e);
        }
    }

    /** Whether the log holds the object. */
    public synchronized boolean has(Cid cid) {
        return objects.containsKey(cid);
    }

    @Override
    public synchronized Cid put(byte[] dagCbor) {
        Cid cid = Cid.ofDagCbor(dagCbor);
        if (!objects.containsKey(cid)) {
            long position = append(Kind.OBJECT, dagCbor);
            objects.put(cid, new Place(position, dagCbor.length));
        }
        return cid;
    }

    /** Keeps a message with its signature, which the blocks themselves only hold in aggregate when it is a BLS one. */
    public synchronized void keep(SignedMessage message) {
        Cid unsigned = message.message().cid();
        if (!signed.containsKey(unsigned)) {
            byte[] bytes = message.toCbor();
            signed.put(unsigned, new Place(append(Kind.SIGNED_MESSAGE, bytes), bytes.length));
        }
        put(message.message().toCbor());
        put(message.toCbor());
    }

    /** The message of this unsigned identifier with its signature, if it was kept. */
    public synchronized Optional<SignedMessage> signed(Cid unsigned) {
        return Optional.ofNullable(signed.get(unsigned)).map(place -> CborReader.readAll(readPlace(place, unsigned), SignedMessage::readFrom));
    }

    /** Makes everything put so far durable, then the head that stands on it; on disk when this returns. */
    public synchronized void advance(byte[] newHead) {
        try {
            channel.force(false);
            append(Kind.HEAD, newHead);
            channel.force(false);
            head = Optional.of(newHead.clone());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UncheckedIOException unwritable(IOException e) {
        return new UncheckedIOException("cannot write the chain's log " + file + ": " + e.getMessage()
                + "; the change is undone, make space or mend the disk and it can be made again", e);
    }

    private void cutUnfinished(IOException failure) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The newest head that {@link #advance} made durable. */
    public synchronized Optional<byte[]> head() {
        return head.map(byte[]::clone);
    }

    private long append(Kind kind, byte[] bytes) {
        if (bytes.length > LONGEST_RECORD) {
            throw new IllegalArgumentException("an object has " + bytes.length + " bytes; at most " + LONGEST_RECORD);
        }
        ByteBuffer record = ByteBuffer.allocate(HEADER_BYTES + bytes.length)
                .put((byte) kind.ordinal())
                .putInt(bytes.length)
                .putInt(checksum((byte) kind.ordinal(), bytes))
                .put(bytes)
                .flip();
        try {
            while (record.hasRemaining()) {
                channel.write(record, end + record.position());
            }
        } catch (IOException e) {
            cutUnfinished(e);
            throw unwritable(e);
        }
        long position = end + HEADER_BYTES;
        end += record.limit();
        return position;
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the chain's log " + file, e);
        }
    }
}

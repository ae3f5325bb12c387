package io.cairn.proofs.seal;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.fr32.Fr32;
import io.cairn.proofs.fr32.UnpaddingInputStream;
import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The padded data of a sector, and a trailer that says which bytes are there: their positions as an RLE+ bit field, and
 * its length in four bytes. A file without trailer has all bytes.
 *
 * <p>A piece counts only once it is wholly on disk. Source: lotus, storage/sealer/partialfile/partialfile.go. Not safe
 * for use by several threads.
 */
public final class UnsealedFile implements AutoCloseable {

    private static final int BLOCKS = 256;
    private static final int LENGTH_BYTES = 4;

    private final Path path;
    private final FileChannel channel;
    private final long sectorBytes;
    private BitField present;

    private UnsealedFile(Path path, FileChannel channel, long sectorBytes, BitField present) {
        this.path = path;
        this.channel = channel;
        this.sectorBytes = sectorBytes;
        this.present = present;
    }

    /**
     * Creates the file for a sector without data.
     *
     * @param sectorBytes padded sector size
     */
    public static UnsealedFile create(Path path, long sectorBytes) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        UnsealedFile file = new UnsealedFile(path, channel, sectorBytes, BitField.EMPTY);
        try {
            file.writeTrailer();
            return file;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Opens an existing file for reading and writing.
     *
     * @throws IOException if its length is neither that of the sector nor fits its trailer
     */
    public static UnsealedFile open(Path path, long sectorBytes) throws IOException {
        return open(path, sectorBytes, FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Opens an existing file for reading alone; otherwise as {@link #open}. */
    public static UnsealedFile read(Path path, long sectorBytes) throws IOException {
        return open(path, sectorBytes, FileChannel.open(path, StandardOpenOption.READ));
    }

    private static UnsealedFile open(Path path, long sectorBytes, FileChannel channel) throws IOException {
        try {
            return new UnsealedFile(path, channel, sectorBytes, readTrailer(path, channel, sectorBytes));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Padded byte positions that have data. */
    public BitField present() {
        return present;
    }

    /** Whether all bytes of a padded range have data. */
    public boolean isPresent(long paddedOffset, long paddedLength) {
        return present.containsAll(BitField.ofRange(paddedOffset, paddedOffset + paddedLength));
    }

    /**
     * Pads a piece into its place and computes its commitment on the way.
     *
     * @param paddedOffset where the piece begins, a multiple of its padded size
     * @param data bytes of the piece
     * @param unpaddedBytes how many bytes to read: 127 times a power of two
     * @throws EOFException if there are fewer; the piece then does not count
     */
    public PieceInfo add(long paddedOffset, InputStream data, long unpaddedBytes) throws IOException {
        long paddedBytes = requirePlace(paddedOffset, unpaddedBytes);
        PieceCommitment commitment = new PieceCommitment();
        byte[] raw = new byte[BLOCKS * Fr32.UNPADDED_BLOCK];
        byte[] padded = new byte[BLOCKS * Fr32.PADDED_BLOCK];
        long position = paddedOffset;
        for (long left = unpaddedBytes; left > 0;) {
            int count = data.readNBytes(raw, 0, (int) Math.min(left, raw.length));
            if (count % Fr32.UNPADDED_BLOCK != 0 || count == 0) {
                throw new EOFException(path + ": the piece ended after " + (unpaddedBytes - left + count)
                        + " bytes, expected " + unpaddedBytes);
            }
            commitment.update(raw, 0, count);
            int blocks = count / Fr32.UNPADDED_BLOCK;
            Fr32.pad(raw, 0, padded, 0, blocks);
            writeFully(ByteBuffer.wrap(padded, 0, blocks * Fr32.PADDED_BLOCK), position);
            position += (long) blocks * Fr32.PADDED_BLOCK;
            left -= count;
        }
        channel.force(false);
        present = present.union(BitField.ofRange(paddedOffset, paddedOffset + paddedBytes));
        writeTrailer();
        return commitment.finish();
    }

    /**
     * The user's data of a padded range. The stream has the file open on its own and must be closed.
     *
     * @param paddedOffset first padded byte, a multiple of 128
     * @param paddedLength padded bytes, a multiple of 128
     * @throws IOException if a byte of the range has no data
     */
    public InputStream read(long paddedOffset, long paddedLength) throws IOException {
        Fr32.unpaddedLength(paddedOffset);
        Fr32.unpaddedLength(paddedLength);
        if (paddedLength == 0 || !isPresent(paddedOffset, paddedLength)) {
            throw new IOException(path + ": bytes " + paddedOffset + " to " + (paddedOffset + paddedLength)
                    + " are not all there, expected them within " + present);
        }
        FileChannel own = FileChannel.open(path, StandardOpenOption.READ);
        own.position(paddedOffset);
        return new UnpaddingInputStream(new LimitedInputStream(Channels.newInputStream(own), paddedLength));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long requirePlace(long paddedOffset, long unpaddedBytes) {
        long paddedBytes = Fr32.paddedLength(unpaddedBytes);
        if (Long.bitCount(paddedBytes) != 1) {
            throw new IllegalArgumentException(
                    "unpadded piece size: " + unpaddedBytes + ", expected 127 times a power of two");
        }
        if (paddedOffset < 0 || paddedOffset % paddedBytes != 0 || paddedOffset + paddedBytes > sectorBytes) {
            throw new IllegalArgumentException("piece offset: " + paddedOffset + ", expected a multiple of "
                    + paddedBytes + " that leaves as much of " + sectorBytes);
        }
        return paddedBytes;
    }

    private void writeTrailer() throws IOException {
        byte[] encoded = present.encode();
        ByteBuffer trailer = ByteBuffer.allocate(encoded.length + LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        trailer.put(encoded).putInt(encoded.length).flip();
        writeFully(trailer, sectorBytes);
        channel.truncate(sectorBytes + encoded.length + LENGTH_BYTES);
        channel.force(true);
    }

    private void writeFully(ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining();) {
            at += channel.write(bytes, at);
        }
    }

    private static BitField readTrailer(Path path, FileChannel channel, long sectorBytes) throws IOException {
        long size = channel.size();
        if (size == sectorBytes) {
            return BitField.ofRange(0, sectorBytes);
        }
        if (size < sectorBytes + LENGTH_BYTES) {
            throw new DamagedFileException(path, size + " bytes", sectorBytes + " and perhaps a trailer");
        }
        byte[] trailer = new byte[Math.toIntExact(size - sectorBytes)];
        ByteBuffer buffer = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, sectorBytes + buffer.position()) >= 0) {
            // Reading goes on where the buffer stands.
        }
        int length = buffer.getInt(trailer.length - LENGTH_BYTES);
        if (length != trailer.length - LENGTH_BYTES) {
            throw new DamagedFileException(path, "a trailer of " + length + " bytes", String.valueOf(trailer.length - LENGTH_BYTES));
        }
        try {
            return BitField.decode(Arrays.copyOf(trailer, length));
        } catch (CborException e) {
            throw new DamagedFileException(path, "trailer " + e.getMessage(), "an RLE+ bit field");
        }
    }
}

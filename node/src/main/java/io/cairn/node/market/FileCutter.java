package io.cairn.node.market;

import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.cid.Commitments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream into pieces that fit sectors, committing to each as it passes by. */
final class FileCutter {

    private static final long SHA2_256 = 0x12;
    private static final int CHUNK = 1 << 16;

    private final long sectorSize;
    private final int mostPieces;

    /** Cuts for sectors of a size in bytes; a file may become so many pieces. */
    FileCutter(long sectorSize, int mostPieces) {
        this.sectorSize = sectorSize;
        this.mostPieces = mostPieces;
    }

    /**
     * Writes the pieces' unpadded bytes into a folder, durably.
     *
     * @throws IllegalArgumentException if the stream is empty or too long
     */
    Cut cut(InputStream content, Path folder) throws IOException {
        long capacity = sectorSize / 128 * 127;
        MessageDigest digest = sha256();
        List<Cut.Part> parts = new ArrayList<>();
        long length = 0;
        for (Cut.Part part; (part = piece(content, capacity, file(folder, parts.size()), digest)) != null; ) {
            if (parts.size() == mostPieces) {
                throw new IllegalArgumentException("the file is longer than " + capacity * mostPieces + " bytes: at most " + mostPieces
                        + " pieces of " + sectorSize + " bytes are stored together; use larger sectors (cairn.provider.sector-size)");
            }
            parts.add(part);
            length += part.length();
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the file is empty; expected at least 1 byte");
        }
        return new Cut(Cid.of(Cid.RAW, SHA2_256, digest.digest()), length, List.copyOf(parts));
    }

    /** Where the bytes of a piece lie in a folder. */
    static Path file(Path folder, int index) {
        return folder.resolve(index + ".piece");
    }

    private static Cut.Part piece(InputStream content, long capacity, Path file, MessageDigest whole) throws IOException {
        byte[] chunk = new byte[(int) Math.min(CHUNK, capacity)];
        int count = content.readNBytes(chunk, 0, chunk.length);
        if (count == 0) {
            return null;
        }
        PieceCommitment commitment = new PieceCommitment();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (; count > 0; count = content.readNBytes(chunk, 0, (int) Math.min(chunk.length, capacity - commitment.bytes()))) {
                commitment.update(chunk, 0, count);
                whole.update(chunk, 0, count);
                write(out, chunk, count);
            }
            out.force(true);
        }
        long length = commitment.bytes();
        PieceInfo info = commitment.finish();
        return new Cut.Part(Commitments.pieceCid(info.commitment()), info.paddedBytes(), length);
    }

    private static void write(FileChannel out, byte[] chunk, int count) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(chunk, 0, count);
        while (rest.hasRemaining()) {
            out.write(rest);
        }
    }

    /** The commitment of a file's bytes with zeros behind them, as {@link #cut} computes it. */
    static Cid commitment(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Commitments.pieceCid(PieceCommitment.of(in).commitment());
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}

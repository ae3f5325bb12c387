package io.cairn.proofs;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.fr32.Fr32;
import io.cairn.proofs.fr32.PaddingInputStream;
import io.cairn.proofs.piece.PieceAlignment;
import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.piece.PieceInfo;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Commits to pieces and writes them to staged sectors (rust-fil-proofs: filecoin-proofs/src/pieces.rs). */
final class Pieces {

    private static final int SMALLEST = 127;
    private static final int CHUNK = 1 << 16;

    private Pieces() {
    }

    static PieceInfo commitment(InputStream source, long unpaddedBytes, Progress progress) throws IOException {
        requireSize(unpaddedBytes);
        PieceCommitment commitment = new PieceCommitment();
        byte[] chunk = new byte[CHUNK];
        for (long rest = unpaddedBytes; rest > 0; ) {
            int count = source.readNBytes(chunk, 0, (int) Math.min(CHUNK, rest));
            if (count == 0) {
                throw new EOFException("piece: ended after " + (unpaddedBytes - rest) + " bytes, expected " + unpaddedBytes);
            }
            commitment.update(chunk, 0, count);
            rest -= count;
            progress.checkCancelled();
            progress.advanced(unpaddedBytes - rest, unpaddedBytes);
        }
        return commitment.finish();
    }

    static AddPieceResult add(InputStream source, OutputStream staged, long unpaddedBytes, List<Long> earlier) throws IOException {
        requireSize(unpaddedBytes);
        long before = 0;
        for (long size : earlier) {
            before += PieceAlignment.of(before, size).total(size);
        }
        long left = Fr32.paddedLength(PieceAlignment.of(before, unpaddedBytes).left());
        writeZeros(staged, left);
        CommittingInputStream counted = new CommittingInputStream(source, unpaddedBytes);
        long written = new PaddingInputStream(counted).transferTo(staged);
        PieceInfo piece = counted.finish();
        return new AddPieceResult(piece, left, left + written);
    }

    private static void writeZeros(OutputStream staged, long count) throws IOException {
        byte[] zeros = new byte[CHUNK];
        for (long rest = count; rest > 0; rest -= CHUNK) {
            staged.write(zeros, 0, (int) Math.min(CHUNK, rest));
        }
    }

    private static void requireSize(long unpaddedBytes) {
        if (unpaddedBytes < SMALLEST || unpaddedBytes % SMALLEST != 0 || Long.bitCount(unpaddedBytes / SMALLEST) != 1) {
            throw new IllegalArgumentException("piece size: " + unpaddedBytes + " bytes, expected 127 times a power of two");
        }
    }

    /** Passes on so many bytes of a source and commits to them. */
    private static final class CommittingInputStream extends InputStream {

        private final InputStream source;
        private final long size;
        private final PieceCommitment commitment = new PieceCommitment();
        private long rest;

        CommittingInputStream(InputStream source, long size) {
            this.source = source;
            this.size = size;
            this.rest = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            ProofDispatcher.giveWay();
            if (rest == 0) {
                return -1;
            }
            int count = source.read(out, offset, (int) Math.min(length, rest));
            if (count < 0) {
                throw new EOFException("piece: ended after " + (size - rest) + " bytes, expected " + size);
            }
            commitment.update(out, offset, count);
            rest -= count;
            return count;
        }

        PieceInfo finish() {
            return commitment.finish();
        }
    }
}

package io.cairn.proofs.check;

import io.cairn.proofs.SectorFinding.Kind;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.piece.DataCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.seal.UnsealedFile;
import io.cairn.proofs.tree.MappedFile;
import io.cairn.proofs.tree.TreeBuilder;
import io.cairn.proofs.tree.TreeFile;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Checks the unsealed copy of a sector, piece by piece, padding bits included. */
public final class UnsealedCheck {

    private static final int NODE = SectorShape.NODE_BYTES;
    /** Rows of a piece's tree that are not kept in memory: a thousandth of the piece is. */
    private static final int DISCARDED_ROWS = 10;

    private final SectorShape shape;
    private final List<PieceInfo> pieces;
    private final Workers workers;
    private final Findings findings;

    /**
     * A check of one sector's data.
     *
     * @throws IllegalArgumentException if the pieces do not make the data commitment
     */
    public UnsealedCheck(SectorShape shape, byte[] commD, List<PieceInfo> pieces, Workers workers, Findings findings) {
        if (!Arrays.equals(DataCommitment.of(pieces, shape.sectorBytes()), commD)) {
            throw new IllegalArgumentException("pieces: their commitment is not comm_d");
        }
        this.shape = shape;
        this.pieces = pieces;
        this.workers = workers;
        this.findings = findings;
    }

    /** Checks every byte; progress counts nodes of the sector. */
    public void run(Path file, Progress progress) {
        if (!present(file)) {
            return;
        }
        try (MappedFile data = MappedFile.readPrefix(file, shape.sectorBytes())) {
            long offset = 0;
            for (PieceInfo piece : pieces) {
                check(file, data, offset, piece, progress.part(offset / NODE, 1, shape.nodes()));
                offset += piece.paddedBytes();
            }
            rest(file, data, offset);
        } catch (IOException e) {
            findings.add(Kind.UNSEALED, file, shape.sectorBytes(), e);
        }
    }

    /** Whether the file is there and says of every piece of data that it is there. */
    public boolean present(Path file) {
        try (UnsealedFile unsealed = UnsealedFile.read(file, shape.sectorBytes())) {
            long offset = 0;
            for (PieceInfo piece : pieces) {
                boolean zeros = piece.equals(PieceInfo.zero(piece.paddedBytes()));
                if (!zeros && !unsealed.isPresent(offset, piece.paddedBytes())) {
                    note(file, shape.sectorBytes(), Math.max(0, file.toFile().length() - shape.sectorBytes()),
                            "the trailer does not count the piece at byte " + offset + " as there");
                    return false;
                }
                offset += piece.paddedBytes();
            }
            return true;
        } catch (IOException e) {
            findings.add(Kind.UNSEALED, file, shape.sectorBytes(), e);
            return false;
        }
    }

    private void check(Path file, MappedFile data, long offset, PieceInfo piece, Progress progress) {
        long leaves = piece.paddedBytes() / NODE;
        TreeLayout layout = new TreeLayout(2, leaves, Math.min(DISCARDED_ROWS, Long.numberOfTrailingZeros(leaves)));
        try (TreeFile tree = new TreeBuilder(Sha256Nodes.INSTANCE, workers).inMemory(layout,
                (first, count, out) -> data.get(offset / NODE + first, count, out, 0), progress)) {
            if (!Arrays.equals(tree.root(), piece.commitment())) {
                note(file, offset, piece.paddedBytes(), "the data does not have its piece's commitment");
            }
        }
    }

    /** What no piece reaches is zeros. */
    private void rest(Path file, MappedFile data, long from) {
        for (long node = from / NODE; node < shape.nodes(); node++) {
            ProofDispatcher.giveWay();
            if (!Arrays.equals(data.node(node), new byte[NODE])) {
                note(file, node * NODE, NODE, "not zero, though no piece is here");
            }
        }
    }

    private void note(Path file, long offset, long length, String problem) {
        findings.add(Kind.UNSEALED, file, offset, length, problem);
    }
}

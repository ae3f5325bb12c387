package io.cairn.actors.files;

import io.cairn.persistence.sector.Piece;
import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.seal.SectorName;
import io.cairn.proofs.seal.StorePath;
import io.cairn.proofs.seal.StorePath.FileType;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The padded data of a sector that is about to be sealed. */
final class StagedSector {
    private static final int CHUNK = 1 << 16;

    private final Sealing sealing;
    private final Path file;

    StagedSector(Sealing sealing, StorePath store, SectorName sector) {
        this.sealing = sealing;
        this.file = store.file(FileType.UNSEALED, sector);
    }

    /** Writes the pieces where they belong, zeros everywhere else; a sector without pieces needs no file. */
    Optional<Path> write(List<Piece> pieces, long sectorSize) throws IOException {
        List<Piece> data = pieces.stream().filter(piece -> !piece.cid().isEmpty()).toList();
        if (data.isEmpty()) {
            return Optional.empty();
        }
        DiskSpace.require(file, sectorSize);
        try (FileOutputStream disk = new FileOutputStream(file.toFile()); OutputStream out = new BufferedOutputStream(disk)) {
            writeAll(data, sectorSize, out);
            out.flush();
            disk.getFD().sync();
        } catch (IOException e) {
            throw DiskSpace.explained(file, sectorSize, e);
        }
        return Optional.of(file);
    }

    private void writeAll(List<Piece> data, long sectorSize, OutputStream out) throws IOException {
        List<Long> earlier = new ArrayList<>();
        long written = 0;
        for (Piece piece : data) {
            long unpadded = unpadded(piece.size());
            try (InputStream in = Attempt.source(piece.path(), () -> piece(piece.path()))) {
                written += sealing.addPiece(in, out, unpadded, earlier).writtenBytes();
            }
            earlier.add(unpadded);
        }
        byte[] zeros = new byte[CHUNK];
        for (; written < sectorSize; written += CHUNK) {
            ProofDispatcher.giveWay();
            out.write(zeros, 0, (int) Math.min(CHUNK, sectorSize - written));
        }
    }

    /** The data of a piece with endless zeros behind it. */
    static InputStream piece(String path) throws IOException {
        return new SequenceInputStream(Files.newInputStream(Path.of(path)), new Zeros());
    }

    /** User data in a piece of a padded size. */
    static long unpadded(long size) {
        return size / 128 * 127;
    }

    /**
     * Sees to it that the data stays as the sector's unsealed copy: what was staged, or else the leaves of the data tree.
     *
     * @throws IOException if neither is there; if the tree is gone, only the staged data can be what is kept
     */
    void keep(Path treeD, long sectorSize) throws IOException {
        if (Files.exists(file) && Files.size(file) == sectorSize) {
            return;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        DiskSpace.copyFirst(treeD, unfinished, sectorSize);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static final class Zeros extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] out, int offset, int length) {
            Arrays.fill(out, offset, offset + length, (byte) 0);
            return length;
        }
    }
}

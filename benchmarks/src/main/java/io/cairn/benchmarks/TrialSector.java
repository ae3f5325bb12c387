package io.cairn.benchmarks;

import io.cairn.proofs.PostSector;
import io.cairn.proofs.SealCommitments;
import io.cairn.proofs.SealRequest;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SectorFiles;
import io.cairn.proofs.StoredSector;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.protocol.sector.ProofVersion;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SealFeature;
import io.cairn.protocol.sector.SectorSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sector sealed in a temporary folder, for proofs about it.
 *
 * @param staged its padded data
 */
record TrialSector(SealRequest request, List<PieceInfo> pieces, Path staged, PreCommit1Output phase1, SealCommitments commitments, SectorFiles files) {

    static final long MINER = 1000;
    static final long NUMBER = 42;
    private static final String PROPERTY = "cairn.benchmarks.parameters";

    /** The parameters of the folder that the property names. */
    static ParameterStore parameters() {
        String folder = System.getProperty(PROPERTY);
        if (folder == null) {
            throw new IllegalStateException("property " + PROPERTY + ": not set, expected a folder of parameters");
        }
        return new ParameterStore(Path.of(folder));
    }

    static TrialSector seal(Sealing sealing) throws IOException {
        return seal(sealing, SectorSize.KIB_2);
    }

    static TrialSector seal(Sealing sealing, SectorSize size) throws IOException {
        return begin(sealing, size).sealed(sealing);
    }

    /** The size of a name such as 2KiB, as JMH is given it. */
    static SectorSize size(String label) {
        return Arrays.stream(SectorSize.values()).filter(size -> size.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("sector: " + label + ", expected 2KiB or 8MiB"));
    }

    /** A sector after its first phase. */
    record Begun(SealRequest request, List<PieceInfo> pieces, Path staged, PreCommit1Output phase1, SectorFiles files) {

        TrialSector sealed(Sealing sealing) throws IOException {
            return new TrialSector(request, pieces, staged, phase1, sealing.sealPreCommit2(phase1, files, Progress.NONE), files);
        }

        /** Removes all files of the sector. */
        void remove() throws IOException {
            delete(files.replica().getParent());
        }
    }

    /** Its data and its labels, interactive, of the newest version. */
    static Begun begin(Sealing sealing, SectorSize size) throws IOException {
        Path folder = Files.createTempDirectory("cairn-benchmark");
        Path staged = folder.resolve("staged");
        SectorFiles files = new SectorFiles(folder.resolve("sealed"), Files.createDirectories(folder.resolve("cache")));
        byte[] data = filled(Math.toIntExact(size.unpaddedBytes()), 5);
        PieceInfo piece;
        try (OutputStream out = Files.newOutputStream(staged)) {
            piece = sealing.addPiece(new ByteArrayInputStream(data), out, data.length, List.of()).piece();
        }
        RegisteredSealProof type = RegisteredSealProof.of(size, ProofVersion.V1_1_0, SealFeature.INTERACTIVE);
        SealRequest request = new SealRequest(type, MINER, NUMBER, filled(32, 1));
        PreCommit1Output phase1 = sealing.sealPreCommit1(request, List.of(piece), Optional.of(staged), files, Progress.NONE);
        return new Begun(request, List.of(piece), staged, phase1, files);
    }

    static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Removes a folder and what is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    CommitOutput vanilla(Sealing sealing) throws IOException {
        return vanilla(sealing, Progress.NONE);
    }

    CommitOutput vanilla(Sealing sealing, Progress progress) throws IOException {
        return sealing.sealCommit1(request, filled(32, 3), commitments, pieces, files, progress);
    }

    /** Removes all files of the sector. */
    void remove() throws IOException {
        delete(files.replica().getParent());
    }

    StoredSector toCheck() {
        return new StoredSector(NUMBER, request.type().sectorSize(), commitments.commR(), commitments.commD(), pieces, files, Optional.of(staged));
    }

    PostSector toProve() {
        return new PostSector(NUMBER, commitments.commR(), files);
    }
}

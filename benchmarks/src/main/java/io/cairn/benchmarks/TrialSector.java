package io.cairn.benchmarks;

import io.cairn.proofs.PostSector;
import io.cairn.proofs.SealCommitments;
import io.cairn.proofs.SealRequest;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SectorFiles;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A 2 KiB sector sealed in a temporary folder, for proofs about it. */
record TrialSector(SealRequest request, List<PieceInfo> pieces, SealCommitments commitments, SectorFiles files) {

    static final long MINER = 1000;
    static final long NUMBER = 42;
    private static final String PROPERTY = "cairn.benchmarks.parameters";
    private static final int DATA_BYTES = 2032;

    /** The parameters of the folder that the property names. */
    static ParameterStore parameters() {
        String folder = System.getProperty(PROPERTY);
        if (folder == null) {
            throw new IllegalStateException("property " + PROPERTY + ": not set, expected the folder of the 2 KiB parameters");
        }
        return new ParameterStore(Path.of(folder));
    }

    static TrialSector seal(Sealing sealing) throws IOException {
        Path folder = Files.createTempDirectory("cairn-benchmark");
        Path staged = folder.resolve("staged");
        SectorFiles files = new SectorFiles(folder.resolve("sealed"), Files.createDirectories(folder.resolve("cache")));
        PieceInfo piece;
        try (OutputStream out = Files.newOutputStream(staged)) {
            piece = sealing.addPiece(new ByteArrayInputStream(filled(DATA_BYTES, 5)), out, DATA_BYTES, List.of()).piece();
        }
        SealRequest request = new SealRequest(RegisteredSealProof.STACKED_DRG_2KIB_V1_1, MINER, NUMBER, filled(32, 1));
        PreCommit1Output phase1 = sealing.sealPreCommit1(request, List.of(piece), Optional.of(staged), files, Progress.NONE);
        return new TrialSector(request, List.of(piece), sealing.sealPreCommit2(phase1, files, Progress.NONE), files);
    }

    static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    CommitOutput vanilla(Sealing sealing) throws IOException {
        return sealing.sealCommit1(request, filled(32, 3), commitments, pieces, files, Progress.NONE);
    }

    PostSector toProve() {
        return new PostSector(NUMBER, commitments.commR(), files);
    }
}

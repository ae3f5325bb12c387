package io.cairn.proofs;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The 2 KiB sector of the known answers: actor 1000, ticket 00..1f, byte i of its data is i mod 251. */
record SealedSector(SealRequest request, List<PieceInfo> pieces, SealCommitments commitments, SectorFiles files) {

    static final byte[] TICKET = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    static final byte[] SEED = HexFormat.of().parseHex("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f");
    private static final int DATA_BYTES = 2032;

    static SealedSector number(long number, Sealing sealing, Path folder) throws IOException {
        return number(number, RegisteredSealProof.STACKED_DRG_2KIB_V1_1, sealing, folder);
    }

    static SealedSector number(long number, RegisteredSealProof type, Sealing sealing, Path folder) throws IOException {
        Path staged = folder.resolve("staged-" + number);
        Path cache = Files.createDirectories(folder.resolve("cache-" + number));
        SectorFiles files = new SectorFiles(folder.resolve("sealed-" + number), cache);
        PieceInfo piece;
        try (OutputStream out = Files.newOutputStream(staged)) {
            piece = sealing.addPiece(new ByteArrayInputStream(data()), out, DATA_BYTES, List.of()).piece();
        }
        SealRequest request = new SealRequest(type, 1000, number, TICKET);
        PreCommit1Output phase1 = sealing.sealPreCommit1(request, List.of(piece), Optional.of(staged), files, Progress.NONE);
        SealCommitments commitments = sealing.sealPreCommit2(phase1, files, Progress.NONE);
        return new SealedSector(request, List.of(piece), commitments, files);
    }

    static byte[] data() {
        byte[] data = new byte[DATA_BYTES];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i % 251);
        }
        return data;
    }

    PostSector toProve() {
        return new PostSector(request.sectorNumber(), commitments.commR(), files);
    }
}

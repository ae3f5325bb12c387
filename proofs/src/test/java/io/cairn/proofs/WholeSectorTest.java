package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentCaches;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sector of any size from data to window proof, with local parameters, and what each stage takes. Started by a person: {@code cairn.test.sector} says the
 * size (2KiB, 8MiB, 512MiB), {@code cairn.test.folder} a disk with room for some ten sectors and 3 GB of parameters; parameters found there are used again.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "cairn.test.sector", matches = "2KiB|8MiB|512MiB",
        disabledReason = "takes minutes to hours; -Dcairn.test.sector=8MiB or 512MiB runs it")
class WholeSectorTest {

    private static final Map<String, RegisteredSealProof> TYPES = Map.of("2KiB", RegisteredSealProof.STACKED_DRG_2KIB_V1_1,
            "8MiB", RegisteredSealProof.STACKED_DRG_8MIB_V1_1, "512MiB", RegisteredSealProof.STACKED_DRG_512MIB_V1_1);
    private static final Map<SectorSize, RegisteredPostProof> WINDOW = Map.of(SectorSize.KIB_2, RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1,
            SectorSize.MIB_8, RegisteredPostProof.STACKED_DRG_WINDOW_8MIB_V1_1, SectorSize.MIB_512, RegisteredPostProof.STACKED_DRG_WINDOW_512MIB_V1_1);
    private static final long NUMBER = 7;
    private static final long MINER = 1000;

    @TempDir
    Path temporary;

    private final RegisteredSealProof type = TYPES.get(System.getProperty("cairn.test.sector"));
    private final ProofDispatcher dispatcher = new ProofDispatcher(Runtime.getRuntime().availableProcessors());
    private final Workers workers = dispatcher.workers();
    private Path parameters;

    @BeforeEach
    void findFolders() {
        String given = System.getProperty("cairn.test.folder");
        parameters = given == null ? temporary.resolve("parameters") : Path.of(given);
    }

    @Test
    void sealsProvesAndGivesBackItsData() throws IOException {
        try (ParameterStore store = new ParameterStore(parameters)) {
            dispatcher.compute(Priority.REPLICATION, Progress.NONE, () -> {
                create(store, ProofCircuit.Kind.REPLICATION);
                create(store, ProofCircuit.Kind.WINDOW);
                run(store);
                return null;
            });
        }
    }

    @AfterEach
    void stop() {
        dispatcher.close();
    }

    private void create(ParameterStore store, ProofCircuit.Kind kind) throws IOException {
        ProofCircuit circuit = new ProofCircuit(kind, type.sectorSize());
        if (!store.has(circuit)) {
            StageCost.of("parameters " + kind, () -> {
                store.createInsecure(circuit, ToxicWaste.random(new SecureRandom()), workers, Progress.NONE);
                return null;
            });
        }
    }

    private void run(ParameterStore store) throws IOException {
        try (ParentCaches parents = new ParentCaches(parameters.resolve("parents"), 0)) {
            int layers = SectorShape.of(type.sectorSize()).layers();
            StageCost.of("parents of all nodes", () -> parents.of(SealVerifier.graph(type), layers, workers, () -> Progress.NONE));
            run(store, new Sealing(store, workers, parents));
        }
    }

    private void run(ParameterStore store, Sealing sealing) throws IOException {
        long bytes = SectorShape.of(type.sectorSize()).unpaddedBytes();
        SectorFiles files = new SectorFiles(temporary.resolve("sealed"), Files.createDirectory(temporary.resolve("cache")));
        Path staged = temporary.resolve("staged");
        PieceInfo piece = StageCost.of("add piece, commP", () -> addPiece(sealing, staged, bytes));
        SealRequest request = new SealRequest(type, MINER, NUMBER, SealedSector.TICKET);
        PreCommit1Output phase1 = StageCost.of("PC1", () -> sealing.sealPreCommit1(request, List.of(piece), Optional.of(staged), files, Progress.NONE));
        SealCommitments commitments = StageCost.of("PC2", () -> sealing.sealPreCommit2(phase1, files, Progress.NONE));
        CommitOutput output = StageCost.of("C1", () ->
                sealing.sealCommit1(request, SealedSector.SEED, commitments, List.of(piece), files, Progress.NONE));
        byte[] proof = StageCost.of("C2", () -> sealing.sealCommit2(output, MINER, NUMBER, Progress.NONE));
        SealVerifyInfo info = new SealVerifyInfo(type, MINER, NUMBER, SealedSector.TICKET, SealedSector.SEED, commitments.commR(), commitments.commD(), proof);
        assertTrue(StageCost.of("verify C2", () -> sealing.verifySeal(info)));
        assertFalse(sealing.verifySeal(new SealVerifyInfo(type, MINER, NUMBER + 1, info.ticket(), info.seed(), info.commR(), info.commD(), proof)));
        sealing.finalizeCache(type, files.cache());
        provesItsWindow(store, new PostSector(NUMBER, commitments.commR(), files));
        byte[] end = StageCost.of("unseal the last 127 bytes", () -> lastBytes(sealing, request, commitments, files, bytes));
        assertArrayEquals(expectedEnd(bytes), end);
    }

    private void provesItsWindow(ParameterStore store, PostSector sector) throws IOException {
        SpaceTime spaceTime = new SpaceTime(store, workers);
        RegisteredPostProof window = WINDOW.get(type.sectorSize());
        byte[] randomness = SealedSector.SEED;
        byte[] proof = StageCost.of("window proof, the first", () -> spaceTime.windowPost(window, randomness, List.of(sector), Progress.NONE));
        StageCost.of("window proof, the second", () -> spaceTime.windowPost(window, randomness, List.of(sector), Progress.NONE));
        assertTrue(StageCost.of("verify window proof", () ->
                spaceTime.verifyWindowPost(window, randomness, new TreeMap<>(Map.of(NUMBER, sector.commR())), proof)));
        assertFalse(spaceTime.verifyWindowPost(window, SealedSector.TICKET, new TreeMap<>(Map.of(NUMBER, sector.commR())), proof));
    }

    private static PieceInfo addPiece(Sealing sealing, Path staged, long bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(staged))) {
            return sealing.addPiece(new RandomBytes(bytes), out, bytes, List.of()).piece();
        }
    }

    private byte[] lastBytes(Sealing sealing, SealRequest request, SealCommitments commitments, SectorFiles files, long bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sealing.unsealRange(request, commitments.commD(), files.replica(), temporary, bytes - 127, 127, out, Progress.NONE);
        return out.toByteArray();
    }

    private static byte[] expectedEnd(long bytes) throws IOException {
        try (InputStream data = new RandomBytes(bytes)) {
            data.skipNBytes(bytes - 127);
            return data.readAllBytes();
        }
    }

    /** The same arbitrary bytes each time. */
    private static final class RandomBytes extends InputStream {

        private final Random random = new Random(NUMBER);
        private final byte[] block = new byte[1 << 16];
        private long left;
        private int at = block.length;

        RandomBytes(long bytes) {
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] out, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            if (at == block.length) {
                random.nextBytes(block);
                at = 0;
            }
            int given = (int) Math.min(left, Math.min(length, block.length - at));
            System.arraycopy(block, at, out, offset, given);
            at += given;
            left -= given;
            return given;
        }
    }
}

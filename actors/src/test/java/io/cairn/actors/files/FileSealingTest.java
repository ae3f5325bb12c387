package io.cairn.actors.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cairn.actors.chain.ChainSector;
import io.cairn.actors.ports.SealingFailure;
import io.cairn.actors.ports.SealingTasks.Job;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.Replica;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SectorFinding;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.seal.SectorName;
import io.cairn.proofs.seal.StorePath;
import io.cairn.protocol.cid.Commitments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sectors of 2 KiB on real files; only the SNARKs are left out. */
class FileSealingTest {
    private static final int SEAL_PROOF = 5;
    private static final int WINDOW_PROOF = 10;
    private static final SectorName NAME = new SectorName(1000, 7);

    @TempDir
    Path folder;

    private ParameterStore parameters;
    private SectorStores stores;
    private Sealing sealing;
    private FileSealing tasks;
    private FileWindowProver prover;

    @BeforeEach
    void open() throws Exception {
        parameters = new ParameterStore(Files.createDirectory(folder.resolve("parameters")));
        stores = new SectorStores(new StorePath(folder.resolve("fast")), new StorePath(folder.resolve("large")));
        sealing = new Sealing(parameters, Workers.CALLER);
        tasks = new FileSealing(sealing, stores);
        prover = new FileWindowProver(new SpaceTime(parameters, Workers.CALLER), stores);
    }

    @AfterEach
    void close() {
        parameters.close();
    }

    @Test
    void aSectorOfPiecesIsSealedMovedAndReadable() throws Exception {
        byte[] data = new byte[500];
        Arrays.fill(data, (byte) 7);
        Path file = Files.write(folder.resolve("piece"), data);
        byte[] padded = Arrays.copyOf(data, 508);
        String cid = Commitments.pieceCid(sealing.pieceCommitment(new ByteArrayInputStream(padded), 508, Progress.NONE).commitment()).toString();
        List<Piece> pieces = List.of(new Piece("deal", cid, 512, file.toString(), 1, 2, 3), zeros(512), zeros(1024));
        String commR = seal(job(pieces, 1));
        ChainSector sector = new ChainSector(7, SEAL_PROOF, commR, false, 0, 100);
        assertEquals(Set.of(7L), prover.readable(1000, WINDOW_PROOF, List.of(sector), Progress.NONE));
        Job job = job(pieces, 1);
        tasks.finish(job, Progress.NONE);
        tasks.store(job, Progress.NONE);
        tasks.store(job, Progress.NONE);
        assertTrue(Files.exists(stores.making(NAME).replica()), "what is copied is deleted only after it is written down");
        tasks.tidy(job);
        tasks.tidy(job);
        assertFalse(Files.exists(stores.making(NAME).replica()));
        assertEquals(Set.of(7L), prover.readable(1000, WINDOW_PROOF, List.of(sector), Progress.NONE));
        flipOneBit(stores.now(NAME).replica());
        assertEquals(Set.of(), readableOften(sector));
        tasks.remove(job);
        assertFalse(Files.exists(stores.now(NAME).cache()));
    }

    @Test
    void dataComesBackFromTheUnsealedCopyAndFromTheReplica() throws Exception {
        byte[] data = new byte[1016];
        new Random(5).nextBytes(data);
        for (boolean dropped : new boolean[] {false, true}) {
            Job job = job(List.of(piece(data, dropped), zeros(1024)), 6);
            Job sealed = with(job, seal(job));
            tasks.finish(sealed, Progress.NONE);
            tasks.store(sealed, Progress.NONE);
            Path copy = folder.resolve("large/unsealed/" + NAME);
            assertEquals(!dropped, Files.exists(copy));
            FileStoredSectors stored = new FileStoredSectors(sealing, stores, new ProofDispatcher(2));
            assertArrayEquals(data, read(stored, sealed, 0, 1024));
            assertArrayEquals(Arrays.copyOfRange(data, 127, 381), read(stored, sealed, 128, 256));
            assertEquals(List.of(), stored.check(sealed, true, Progress.NONE));
            if (!dropped) {
                Files.write(copy, new byte[100]);
                assertArrayEquals(data, read(stored, sealed, 0, 1024));
                assertEquals(List.of(copy), stored.check(sealed, false, Progress.NONE).stream().map(SectorFinding::file).toList());
            }
            tasks.remove(sealed);
        }
    }

    @Test
    void nothingIsDeletedWhileWhatMustSurviveIsMissingOrCutOff() throws Exception {
        Job job = job(List.of(zeros(2048)), 3);
        seal(job);
        Path tree = stores.making(NAME).cache().resolve("sc-02-data-tree-r-last.dat");
        Path layer = stores.making(NAME).cache().resolve("sc-02-data-layer-1.dat");
        byte[] whole = Files.readAllBytes(tree);
        Files.delete(tree);
        assertTrue(assertThrows(SealingFailure.class, () -> tasks.finish(job, Progress.NONE)).getMessage().contains(tree.toString()));
        assertTrue(Files.exists(layer), "layers can make the tree again");
        Files.write(tree, whole);
        tasks.finish(job, Progress.NONE);
        assertFalse(Files.exists(layer));
        tasks.store(job, Progress.NONE);
        Path kept = folder.resolve("large/sealed/" + NAME);
        byte[] replica = Files.readAllBytes(kept);
        Files.write(kept, new byte[100]);
        assertTrue(assertThrows(SealingFailure.class, () -> tasks.tidy(job)).getMessage().contains("100 bytes, expected 2048"));
        assertArrayEquals(replica, Files.readAllBytes(stores.making(NAME).replica()));
        Files.write(kept, replica);
        tasks.tidy(job);
        assertFalse(Files.exists(stores.making(NAME).replica()));
        StorePath large = new StorePath(folder.resolve("large"));
        assertEquals(stores.occupied(), new SectorStores(large, large).occupied(), "one path for both is counted once");
        assertEquals(Map.of("t01000/s/7", stores.occupied().values().iterator().next()),
                new FileStoredSectors(sealing, stores, new ProofDispatcher(2)).occupied());
    }

    private static byte[] read(FileStoredSectors stored, Job job, long offset, long size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stored.readPiece(job, offset, size, out, Progress.NONE);
        return out.toByteArray();
    }

    private Piece piece(byte[] data, boolean dropUnsealed) throws Exception {
        Path file = Files.write(folder.resolve("piece"), data);
        String cid = Commitments.pieceCid(sealing.pieceCommitment(new ByteArrayInputStream(data), data.length, Progress.NONE).commitment()).toString();
        return new Piece("deal", cid, data.length / 127 * 128, file.toString(), 1, 2, 3, dropUnsealed);
    }

    private static Job with(Job job, String commR) {
        Replica replica = new Replica(job.replica().ticketEpoch(), job.replica().ticket(), job.replica().commD(), commR);
        return new Job(job.miner(), job.sector(), job.sealProof(), job.sectorSize(), job.pieces(), replica, job.seed());
    }

    @Test
    void everyStageTellsHowFarItIs() {
        Job job = job(List.of(zeros(2048)), 12);
        List<Long> permille = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void advanced(long done, long total) {
                permille.add(1000 * done / total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        List<Runnable> stages = List.of(() -> tasks.layers(job, progress), () -> tasks.trees(job, progress), () -> tasks.store(job, progress));
        for (Runnable stage : stages) {
            permille.clear();
            stage.run();
            assertEquals(permille.stream().sorted().toList(), permille);
            assertEquals(1000, permille.getLast());
            assertTrue(permille.stream().distinct().count() >= 3, permille.toString());
        }
    }

    @Test
    void doingAStageAgainGivesTheSameReplica() {
        Job job = job(List.of(zeros(2048)), 2);
        String commR = seal(job);
        assertEquals(commR, tasks.trees(job, Progress.NONE));
        assertEquals(commR, seal(job));
    }

    @Test
    void anotherTicketGivesAnotherReplica() {
        assertTrue(!seal(job(List.of(zeros(2048)), 3)).equals(seal(job(List.of(zeros(2048)), 4))));
    }

    @Test
    void aFullDiskIsNoFaultOfTheSectorAndTheWorkGoesOnWhenThereIsRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), 16)) {
            SectorStores small = new SectorStores(new StorePath(folder.resolve("disk")), new StorePath(folder.resolve("large")));
            FileSealing onSmall = new FileSealing(sealing, small);
            Job job = job(List.of(zeros(2048)), 7);
            SealingFailure failure = assertThrows(SealingFailure.class, () -> onSmall.layers(job, Progress.NONE));
            assertEquals(FailureCode.NO_SPACE, failure.code());
            assertTrue(failure.getMessage().contains("layer-") && failure.getMessage().contains("2048 bytes wanted, 0 free"), failure.getMessage());
            disk.resize(1024);
            onSmall.layers(job, Progress.NONE);
            onSmall.dataTree(job, Progress.NONE);
            String commR = onSmall.trees(job, Progress.NONE);
            assertEquals(seal(job), commR);
        }
    }

    @Test
    void sectorsLabelledTogetherAreThoseLabelledAlone() throws Exception {
        assumeTrue(Sealing.company(6) == 6, "without vectors sectors are labelled one by one");
        LabelsTogether labels = new LabelsTogether(16, folder.resolve("labels"));
        FileSealing together = new FileSealing(sealing, new SectorStores(new StorePath(folder.resolve("other")), new StorePath(folder.resolve("large"))),
                labels);
        List<Job> jobs = new ArrayList<>();
        for (int sector = 1; sector <= 7; sector++) {
            jobs.add(numbered(sector == 3 ? job(List.of(piece(new byte[1016], false), zeros(1024)), 6) : job(List.of(zeros(2048)), 6), sector));
        }
        assertEquals(jobs.subList(0, 1), tasks.company(jobs), "they go one by one unless the operator says otherwise");
        assertEquals(jobs, together.company(jobs));
        together.layers(jobs.getFirst(), Progress.NONE);
        assertEquals(jobs.subList(0, 1), together.company(jobs), "who is ahead does not wait for others");
        List<Job> rest = jobs.subList(1, 7);
        assertEquals(rest, together.company(rest));
        assertEquals(rest.subList(0, 1), together.company(rest.subList(0, 5)));
        together.layersTogether(rest, Progress.NONE);
        for (Job job : jobs) {
            tasks.layers(job, Progress.NONE);
            Path last = Path.of("cache", new SectorName(1000, job.sector()).toString(), "sc-02-data-layer-2.dat");
            assertEquals(-1, Files.mismatch(folder.resolve("fast").resolve(last), folder.resolve("other").resolve(last)));
        }
        assertEquals(tasks.trees(jobs.get(2), Progress.NONE), together.trees(jobs.get(2), Progress.NONE));
        assertEquals(0, Files.list(labels.folder()).count());
        Files.createFile(Files.createDirectory(labels.folder().resolve("labels-left")).resolve("labels-0"));
        labels.begin();
        assertFalse(Files.exists(labels.folder()));
    }

    @Test
    void aCompanyWithoutRoomOrWithBadDataLeavesNothingBehind() throws Exception {
        assumeTrue(Sealing.company(6) == 6, "without vectors sectors are labelled one by one");
        Files.createFile(folder.resolve("file"));
        List<Job> jobs = new ArrayList<>();
        for (int sector = 1; sector <= 6; sector++) {
            jobs.add(numbered(sector == 6 ? job(List.of(piece(new byte[1016], false), zeros(1024)), 6) : job(List.of(zeros(2048)), 6), sector));
        }
        FileSealing nowhere = new FileSealing(sealing, stores, new LabelsTogether(16, folder.resolve("file/labels")));
        assertEquals(jobs.subList(0, 1), nowhere.company(jobs), "a scratch folder that is of no use keeps no sector from being labelled");
        LabelsTogether labels = new LabelsTogether(16, folder.resolve("labels"));
        FileSealing together = new FileSealing(sealing, stores, labels);
        Files.write(folder.resolve("piece"), new byte[] {1, 2, 3});
        assertEquals(FailureCode.COMM_D_MISMATCH, assertThrows(SealingFailure.class, () -> together.layersTogether(jobs, Progress.NONE)).code());
        assertEquals(0, Files.list(labels.folder()).count());
        together.layers(jobs.getFirst(), Progress.NONE);
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), 16)) {
            FileSealing onSmall = new FileSealing(sealing, stores, new LabelsTogether(6, folder.resolve("disk")));
            List<Job> others = jobs.subList(1, 6);
            List<Job> six = new ArrayList<>(others);
            six.add(numbered(jobs.get(1), 8));
            assertEquals(six.subList(0, 1), onSmall.company(six));
            disk.resize(1024);
            assertEquals(six, onSmall.company(six));
        }
    }

    private static Job numbered(Job job, long sector) {
        return new Job(job.miner(), sector, job.sealProof(), job.sectorSize(), job.pieces(), job.replica(), job.seed());
    }

    @Test
    void aPieceWhoseSourceIsGoneIsFetchedAgain() throws Exception {
        Job job = job(List.of(piece(new byte[1016], false), zeros(1024)), 8);
        Files.delete(folder.resolve("piece"));
        SealingFailure failure = assertThrows(SealingFailure.class, () -> tasks.layers(job, Progress.NONE));
        assertEquals(FailureCode.FETCH_FAILED, failure.code());
        assertTrue(failure.getMessage().contains(folder.resolve("piece").toString()), failure.getMessage());
    }

    @Test
    void everyFileOfASectorThatIsCutOffOrGoneIsNamed() throws Exception {
        Job job = job(List.of(zeros(2048)), 9);
        Path cache = stores.making(NAME).cache();
        for (String name : List.of("sc-02-data-tree-d.dat", "sc-02-data-layer-1.dat", "sc-02-data-layer-2.dat")) {
            seal(job);
            Path file = cache.resolve(name);
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
            assertNamed(file, assertThrows(SealingFailure.class, () -> tasks.trees(job, Progress.NONE)));
            Files.delete(file);
            assertNamed(file, assertThrows(SealingFailure.class, () -> tasks.trees(job, Progress.NONE)));
        }
        for (String name : List.of("sc-02-data-tree-c.dat", "sc-02-data-tree-r-last.dat", "p_aux")) {
            Job sealed = seeded(with(job, seal(job)));
            Path file = cache.resolve(name);
            Files.delete(file);
            assertNamed(file, assertThrows(SealingFailure.class, () -> tasks.proof(sealed, Progress.NONE)));
        }
    }

    private static void assertNamed(Path file, SealingFailure failure) {
        assertEquals(FailureCode.FILES_MISSING, failure.code(), failure.getMessage());
        assertTrue(failure.getMessage().contains(file.toString()) && failure.getMessage().contains(";"), failure.getMessage());
    }

    @Test
    void aLayerThatChangedOnTheDiskDoesNotGetACommitment() throws Exception {
        Job job = job(List.of(zeros(2048)), 10);
        tasks.layers(job, Progress.NONE);
        Path layer = stores.making(NAME).cache().resolve("sc-02-data-layer-2.dat");
        byte[] labels = Files.readAllBytes(layer);
        for (int label = 32; label < labels.length; label += 32) {
            labels[label] ^= 1;
        }
        Files.write(layer, labels);
        SealingFailure failure = assertThrows(SealingFailure.class, () -> tasks.trees(job, Progress.NONE));
        assertEquals(FailureCode.TREES_SELF_CHECK, failure.code());
    }

    @Test
    void missingParametersNameTheCommandThatMakesThem() {
        Job job = job(List.of(zeros(2048)), 11);
        Job sealed = seeded(with(job, seal(job)));
        SealingFailure failure = assertThrows(SealingFailure.class, () -> tasks.proof(sealed, Progress.NONE));
        assertEquals(FailureCode.FETCH_FAILED, failure.code());
        assertTrue(failure.getMessage().contains("cairn parameters"), failure.getMessage());
    }

    private static Job seeded(Job job) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 5);
        return new Job(job.miner(), job.sector(), job.sealProof(), job.sectorSize(), job.pieces(), job.replica(), Blob.of(seed));
    }

    @Test
    void missingFilesAreNamedAsSuch() {
        SealingFailure failure = assertThrows(SealingFailure.class, () -> tasks.trees(job(List.of(zeros(2048)), 5), Progress.NONE));
        assertEquals(FailureCode.FILES_MISSING, failure.code());
    }

    private String seal(Job job) {
        tasks.layers(job, Progress.NONE);
        assertEquals(job.replica().commD(), tasks.dataTree(job, Progress.NONE));
        return tasks.trees(job, Progress.NONE);
    }

    /** A window challenges few leaves; one bad byte shows when its leaf is among them. */
    private Set<Long> readableOften(ChainSector sector) {
        for (int i = 0; i < 200; i++) {
            if (prover.readable(1000, WINDOW_PROOF, List.of(sector), Progress.NONE).isEmpty()) {
                return Set.of();
            }
        }
        return Set.of(sector.number());
    }

    private static void flipOneBit(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[40] ^= 1;
        Files.write(file, bytes);
    }

    private Job job(List<Piece> pieces, int ticket) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) ticket);
        Job bare = new Job(1000, 7, SEAL_PROOF, 2048, pieces, new Replica(100, Blob.of(bytes), "", ""), Blob.of(new byte[0]));
        return new Job(1000, 7, SEAL_PROOF, 2048, pieces, new Replica(100, Blob.of(bytes), tasks.dataCommitment(bare), ""),
                Blob.of(new byte[0]));
    }

    private static Piece zeros(long size) {
        return new Piece("", "", size, "", -1, -1, -1);
    }
}

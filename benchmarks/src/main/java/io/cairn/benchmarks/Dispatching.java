package io.cairn.benchmarks;

import io.cairn.proofs.PostSector;
import io.cairn.proofs.SealCommitments;
import io.cairn.proofs.SealRequest;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SectorFiles;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.StoredSector;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * How long the dispatcher lets others wait: the longest part of each kind of computation, how soon each ends once it is cancelled, and
 * what a window proof takes that comes while a replication proof runs. A program of its own; the property
 * {@code cairn.benchmarks.parameters} names a folder of the 2 KiB parameters.
 *
 * <p>Arguments: {@code parts}, {@code cancel} (all kinds, or those whose names contain the next argument), {@code overtake}, {@code machinery}.
 */
public final class Dispatching {

    private static final int CORES = 2;
    private static final int SPOTS = 4;
    private static final int MANY = 1_000_000;
    private static final long SECTOR = 42;
    private static final byte[] RANDOMNESS = TrialSector.filled(32, 7);
    private static final double MILLION = 1e6;

    private final LongestParts parts = new LongestParts();
    private final ProofDispatcher dispatcher = new ProofDispatcher(CORES, parts);
    private final ParameterStore parameters = TrialSector.parameters();
    private final Sealing sealing = new Sealing(parameters, dispatcher.workers());
    private final SpaceTime spaceTime = new SpaceTime(parameters, dispatcher.workers());
    private final Path folder = Files.createTempDirectory("cairn-dispatching");
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    private record Kind(Priority priority, Work work) {
    }

    private interface Work {
        Object run(Progress progress) throws IOException;
    }

    private Dispatching(String only) throws IOException {
        seals(RegisteredSealProof.STACKED_DRG_2KIB_V1_1, "2 KiB", 1);
        if (!only.contains("2 KiB")) {
            seals(RegisteredSealProof.STACKED_DRG_8MIB_V1_1, "8 MiB", 4);
        }
        kinds.put("parameters, window 2 KiB", new Kind(Priority.PARAMETERS, progress -> {
            ParameterStore store = new ParameterStore(Files.createTempDirectory(folder, "parameters"));
            store.createInsecure(new ProofCircuit(ProofCircuit.Kind.WINDOW, SectorSize.KIB_2), ToxicWaste.random(new SecureRandom()),
                    dispatcher.workers(), progress);
            return store;
        }));
    }

    /** Runs what the arguments name. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("machinery")) {
            machinery();
            return;
        }
        String only = arguments.length > 1 ? arguments[1] : "";
        Dispatching all = new Dispatching(arguments[0].equals("overtake") ? "2 KiB" : only);
        switch (arguments[0]) {
            case "parts" -> all.parts(only);
            case "cancel" -> all.cancel(only);
            case "overtake" -> all.overtake();
            default -> throw new IllegalArgumentException(arguments[0] + ", expected parts, cancel, overtake or machinery");
        }
    }

    private void seals(RegisteredSealProof type, String name, int pieces) throws IOException {
        long unpadded = type.sectorSize().bytes() / 128 * 127;
        Path staged = Files.createTempFile(folder, "staged", name.replace(" ", ""));
        SectorFiles files = files("sealed " + name);
        PieceInfo piece;
        try (OutputStream out = Files.newOutputStream(staged)) {
            piece = sealing.addPiece(data(unpadded), out, unpadded, List.of()).piece();
        }
        SealRequest request = new SealRequest(type, TrialSector.MINER, SECTOR, TrialSector.filled(32, 1));
        PreCommit1Output phase1 = sealing.sealPreCommit1(request, List.of(piece), Optional.of(staged), files, Progress.NONE);
        SealCommitments commitments = sealing.sealPreCommit2(phase1, files, Progress.NONE);
        kinds.put("piece commitment " + name, new Kind(Priority.PIECE, progress ->
                sealing.pieceCommitment(data(pieces * unpadded), pieces * unpadded, progress)));
        kinds.put("layers " + name, new Kind(Priority.LABELS, progress ->
                sealing.sealPreCommit1(request, List.of(piece), Optional.of(staged), files("layers " + System.nanoTime()), progress)));
        kinds.put("trees " + name, new Kind(Priority.TREES, progress -> sealing.sealPreCommit2(phase1, files, progress)));
        kinds.put("unsealing " + name, new Kind(Priority.UNSEALING, progress -> {
            sealing.unsealRange(request, commitments.commD(), files.replica(), folder, 0, unpadded, OutputStream.nullOutputStream(), progress);
            return null;
        }));
        StoredSector stored = new StoredSector(SECTOR, type.sectorSize(), commitments.commR(), commitments.commD(), List.of(piece), files,
                Optional.of(staged));
        kinds.put("full check " + name, new Kind(Priority.CHECK, progress -> sealing.check().full(stored, progress)));
        kinds.put("vanilla proof " + name, new Kind(Priority.REPLICATION, progress -> vanilla(request, commitments, piece, files, progress)));
        if (type.sectorSize() == SectorSize.KIB_2) {
            PostSector sector = new PostSector(SECTOR, commitments.commR(), files);
            CommitOutput vanilla = vanilla(request, commitments, piece, files, Progress.NONE);
            kinds.put("window proof " + name, new Kind(Priority.WINDOW, progress ->
                    spaceTime.windowPost(RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1, RANDOMNESS, List.of(sector), progress)));
            kinds.put("winning proof " + name, new Kind(Priority.WINNING, progress ->
                    spaceTime.winningPost(RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1, RANDOMNESS, sector, progress)));
            kinds.put("replication proof " + name, new Kind(Priority.REPLICATION, progress ->
                    sealing.sealCommit2(vanilla, TrialSector.MINER, SECTOR, progress)));
        }
    }

    private CommitOutput vanilla(SealRequest request, SealCommitments commitments, PieceInfo piece, SectorFiles files, Progress progress)
            throws IOException {
        return sealing.sealCommit1(request, TrialSector.filled(32, 3), commitments, List.of(piece), files, progress);
    }

    private SectorFiles files(String name) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name.replace(" ", "-")));
        return new SectorFiles(own.resolve("sealed"), Files.createDirectories(own.resolve("cache")));
    }

    private static InputStream data(long bytes) {
        return new ByteArrayInputStream(TrialSector.filled(Math.toIntExact(bytes), 5));
    }

    private void parts(String only) throws IOException {
        System.out.println("longest parts in ms of CPU, twice; then their number, milliseconds in all, and where the longest ended");
        for (Map.Entry<String, Kind> each : kinds.entrySet()) {
            if (each.getKey().contains(only)) {
                StringBuilder line = new StringBuilder("%-28s".formatted(each.getKey()));
                for (int round = 0; round < 2; round++) {
                    parts.clear();
                    long began = System.nanoTime();
                    run(each.getValue(), Progress.NONE);
                    line.append(" %8.1f".formatted(parts.longest() / MILLION));
                    if (round == 1) {
                        line.append(" %8d %8.0f  %s".formatted(parts.count(), (System.nanoTime() - began) / MILLION, parts.where()));
                    }
                }
                System.out.println(line);
            }
        }
    }

    private Object run(Kind kind, Progress progress) throws IOException {
        return dispatcher.compute(kind.priority(), progress, () -> kind.work().run(progress));
    }

    private void cancel(String only) throws IOException {
        System.out.println("ms from cancelling to the end, at " + SPOTS + " spots on the way");
        for (Map.Entry<String, Kind> each : kinds.entrySet()) {
            if (each.getKey().contains(only)) {
                long began = System.nanoTime();
                run(each.getValue(), Progress.NONE);
                long whole = System.nanoTime() - began;
                StringBuilder line = new StringBuilder("%-28s".formatted(each.getKey()));
                for (int spot = 0; spot < SPOTS; spot++) {
                    line.append(cancelled(each.getValue(), whole * (2 * spot + 1) / (2 * SPOTS)));
                }
                System.out.println(line);
            }
        }
    }

    private String cancelled(Kind kind, long after) throws IOException {
        long at = System.nanoTime() + after;
        Progress progress = new Progress() {
            @Override
            public void advanced(long done, long total) {
                // Only asked.
            }

            @Override
            public boolean cancelled() {
                return System.nanoTime() >= at;
            }
        };
        try {
            run(kind, progress);
            return "    ended";
        } catch (CancellationException cancelled) {
            return " %8.1f".formatted((System.nanoTime() - at) / MILLION);
        }
    }

    private void overtake() throws IOException {
        Kind window = kinds.get("window proof 2 KiB");
        Kind replication = kinds.get("replication proof 2 KiB");
        run(window, Progress.NONE);
        for (int round = 0; round < SPOTS; round++) {
            System.out.printf("window proof alone: %.0f ms%n", timed(window));
        }
        parts.clear();
        double alone = timed(replication);
        System.out.printf("replication proof alone: %.0f ms, longest part %.1f ms of CPU, %s%n", alone, parts.longest() / MILLION, parts.where());
        long began = System.nanoTime();
        CompletableFuture<Object> proof = dispatcher.submit(Priority.REPLICATION, Progress.NONE, () -> replication.work().run(Progress.NONE));
        int windows = 0;
        double spent = 0;
        while (!proof.isDone()) {
            double millis = timed(window);
            spent += millis;
            System.out.printf("window proof %d during it: %.0f ms%n", ++windows, millis);
            pause();
        }
        proof.join();
        double whole = (System.nanoTime() - began) / MILLION;
        System.out.printf("that replication proof: %.0f ms, %.0f without the %d window proofs%n", whole, whole - spent, windows);
        for (double spot : new double[] {0.05, 0.3, 0.8}) {
            System.out.printf("cancelled at %.2f of it, ended after ms: %s%n", spot, cancelled(replication, (long) (spot * alone * MILLION)));
        }
    }

    /** What a range costs that does nothing, and a loop of so few ranges that its beginning and end count. */
    private static void machinery() {
        for (int cores : new int[] {1, 2}) {
            try (ProofDispatcher idle = new ProofDispatcher(cores)) {
                for (int round = 0; round < SPOTS; round++) {
                    System.out.printf("%d cores: a range %.0f ns, a loop of %d ranges %.0f ns%n", cores,
                            nanos(idle, MANY, 1) / MANY, cores, nanos(idle, cores, MANY / 10) / (MANY / 10));
                }
            }
        }
    }

    private static double nanos(ProofDispatcher idle, int ranges, int loops) {
        long began = System.nanoTime();
        idle.compute(Priority.TREES, Progress.NONE, () -> {
            for (int loop = 0; loop < loops; loop++) {
                idle.workers().forEach(ranges, Progress.NONE, range -> { });
            }
            return null;
        });
        return System.nanoTime() - began;
    }

    private static void pause() {
        try {
            Thread.sleep(3000);
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    private double timed(Kind kind) throws IOException {
        long began = System.nanoTime();
        run(kind, Progress.NONE);
        return (System.nanoTime() - began) / MILLION;
    }
}

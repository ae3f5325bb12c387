package io.cairn.benchmarks;

import io.cairn.benchmarks.Computations.Kind;
import io.cairn.benchmarks.Computations.Work;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private static final int SPOTS = 8;
    private static final int ROUNDS = 4;
    private static final int MANY = 1_000_000;
    private static final double MILLION = 1e6;

    private final LongestParts parts = new LongestParts();
    private final ProofDispatcher dispatcher = new ProofDispatcher(CORES, parts);
    private final Computations computations = new Computations(TrialSector.parameters(), dispatcher.workers());

    private Dispatching() throws IOException {
    }

    /** Runs what the arguments name. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("machinery")) {
            machinery();
            return;
        }
        String only = arguments.length > 1 ? arguments[1] : "";
        Dispatching dispatching = new Dispatching();
        try {
            dispatching.show(arguments[0], only);
        } finally {
            dispatching.computations.close();
        }
    }

    private void show(String what, String only) throws IOException {
        switch (what) {
            case "parts" -> parts(only);
            case "cancel" -> cancel(only);
            case "overtake" -> overtake();
            default -> throw new IllegalArgumentException(what + ", expected parts, cancel, overtake or machinery");
        }
    }

    private void parts(String only) throws IOException {
        System.out.println("longest parts in ms of CPU, first and second run; number of parts, milliseconds in all; where the longest ended, first and second");
        for (Kind kind : computations.named(only)) {
            Work work = kind.preparation().prepare();
            double first = longest(kind, work);
            String where = parts.where();
            long began = System.nanoTime();
            double second = longest(kind, work);
            System.out.printf("%-38s %8.1f %8.1f %8d %8.0f  %s | %s%n", kind.name(), first, second, parts.count(), (System.nanoTime() - began) / MILLION,
                    where, parts.where());
        }
    }

    private double longest(Kind kind, Work work) throws IOException {
        parts.clear();
        run(kind, work, Progress.NONE);
        return parts.longest() / MILLION;
    }

    private Object run(Kind kind, Work work, Progress progress) throws IOException {
        return dispatcher.compute(kind.priority(), progress, () -> work.run(progress));
    }

    private void cancel(String only) throws IOException {
        System.out.println("ms of CPU of the longest part of the first run; ms from cancelling to the end at up to " + SPOTS + " moments: median, worst");
        for (Kind kind : computations.named(only)) {
            Work work = kind.preparation().prepare();
            double first = longest(kind, work);
            double whole = timed(kind, work);
            List<Double> millis = new ArrayList<>();
            for (int spot = 0; spot < SPOTS; spot++) {
                double ended = cancelled(kind, work, whole * (2 * spot + 1) / (2 * SPOTS));
                if (ended >= 0) {
                    millis.add(ended);
                }
            }
            Collections.sort(millis);
            System.out.printf("%-38s %8.1f %s%n", kind.name(), first, millis.isEmpty() ? "       none, it takes " + Math.round(whole) + " ms"
                    : "%8.1f %8.1f  (%d of %.0f ms)".formatted(millis.get(millis.size() / 2), millis.getLast(), millis.size(), whole));
        }
    }

    /** Milliseconds from cancelling, so many milliseconds after the beginning, to the end; negative if it was done before. */
    private double cancelled(Kind kind, Work work, double after) throws IOException {
        long at = System.nanoTime() + (long) (after * MILLION);
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
            run(kind, work, progress);
            return -1;
        } catch (CancellationException cancelled) {
            return (System.nanoTime() - at) / MILLION;
        }
    }

    private void overtake() throws IOException {
        Kind window = computations.named("window proof 2 KiB").getFirst();
        Kind replication = computations.named("replication proof 2 KiB").getFirst();
        Work proving = window.preparation().prepare();
        Work replicating = replication.preparation().prepare();
        timed(window, proving);
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf("window proof alone: %.0f ms%n", timed(window, proving));
        }
        parts.clear();
        double alone = timed(replication, replicating);
        System.out.printf("replication proof alone: %.0f ms, longest part %.1f ms of CPU, %s%n", alone, parts.longest() / MILLION, parts.where());
        long began = System.nanoTime();
        CompletableFuture<Object> proof = dispatcher.submit(Priority.REPLICATION, Progress.NONE, () -> replicating.run(Progress.NONE));
        int windows = 0;
        double spent = 0;
        while (!proof.isDone()) {
            double millis = timed(window, proving);
            spent += millis;
            System.out.printf("window proof %d during it: %.0f ms%n", ++windows, millis);
            pause();
        }
        proof.join();
        double whole = (System.nanoTime() - began) / MILLION;
        System.out.printf("that replication proof: %.0f ms, %.0f without the %d window proofs%n", whole, whole - spent, windows);
    }

    /** What a range costs that does nothing, and a loop of so few ranges that its beginning and end count. */
    private static void machinery() {
        for (int cores : new int[] {1, 2}) {
            try (ProofDispatcher idle = new ProofDispatcher(cores)) {
                for (int round = 0; round < ROUNDS; round++) {
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

    private double timed(Kind kind, Work work) throws IOException {
        long began = System.nanoTime();
        run(kind, work, Progress.NONE);
        return (System.nanoTime() - began) / MILLION;
    }
}

package io.cairn.actors.deadline;

import io.cairn.actors.Waits;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.ChainSector;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.Partition;
import io.cairn.actors.deadline.DeadlineCommand.BatchProved;
import io.cairn.actors.ports.WindowProver;
import io.cairn.actors.ports.WindowProver.Made;
import io.cairn.actors.ports.WindowProver.Unreadable;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.Work;
import io.cairn.actors.work.WorkKind;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.WindowState;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Computes the proofs that a window lacks, batch after batch (lotus: storage/wdpost/wdpost_run.go (runPoStCycle)). It blocks
 * and runs on a thread of its own; the computing itself is the dispatcher's.
 */
final class ProvingCycle {
    private final ChainAccess chain;
    private final WindowProver prover;
    private final WindowMessages messages;
    private final CrewSettings settings;
    private final RunningWork work;
    private final Progress progress;
    private final Logger log;

    ProvingCycle(ChainAccess chain, WindowProver prover, WindowMessages messages, CrewSettings settings, RunningWork work,
                 Progress progress, Logger log) {
        this.chain = chain;
        this.prover = prover;
        this.messages = messages;
        this.settings = settings;
        this.work = work;
        this.progress = progress;
        this.log = log;
    }

    /** One partition of a batch as it is to be proven. */
    private record Planned(int index, Partition partition) {
    }

    /** The sectors of a batch in the order of proving, and what is left out. */
    private record Selection(List<ChainSector> sectors, List<WindowMessages.Proven> partitions, long proven, long skipped) {
    }

    void run(WindowState window, Head start, int proofType, Consumer<BatchProved> proved) {
        List<Partition> partitions = await("partitions", chain.partitions(settings.miner(), window.window().index(), start));
        Set<Integer> done = new HashSet<>();
        window.batches().forEach(batch -> done.addAll(batch.partitions()));
        if (start.height() > window.window().open()) {
            done.addAll(await("proven partitions", chain.provenPartitions(settings.miner(), window.window().index(), start)));
        }
        List<Planned> missing = new ArrayList<>();
        for (int index = 0; index < partitions.size(); index++) {
            if (!done.contains(index)) {
                missing.add(new Planned(index, partitions.get(index)));
            }
        }
        for (int from = 0; from < missing.size(); from += settings.partitionsPerMessage()) {
            int to = Math.min(from + settings.partitionsPerMessage(), missing.size());
            batch(window, start, proofType, missing.subList(from, to), proved);
        }
    }

    private void batch(WindowState window, Head start, int proofType, List<Planned> batch, Consumer<BatchProved> proved) {
        Set<Long> unreadable = new HashSet<>();
        Blob randomness = challenge(window);
        for (int tries = 0; tries < CrewSettings.TRIES; ) {
            Selection selection = select(batch, unreadable, start);
            if (selection.sectors().isEmpty()) {
                log.warn("nothing to prove in partitions {} of deadline {}: {} sectors unreadable",
                        batch.stream().map(Planned::index).toList(), window.window().index(), unreadable.size());
                return;
            }
            WindowProver.Task task = new WindowProver.Task(settings.miner(), proofType, randomness, selection.sectors());
            log.info("running window post: deadline {}, partitions {}, skipped {}", window.window().index(),
                    selection.partitions().size(), selection.skipped());
            switch (computed("window post", work.compute(Priority.WINDOW, described(window, selection), progress,
                    running -> prover.prove(task, running)))) {
                case Unreadable not when !unreadable.addAll(not.sectors()) ->
                        throw new IllegalStateException("window post: the prover names no new unreadable sector");
                case Unreadable not -> log.warn("generate window post skipped sectors: {}", not.sectors());
                case Made made -> {
                    Blob now = challenge(window);
                    if (!now.equals(randomness)) {
                        log.warn("windowpost randomness changed: old {}, new {}", randomness.hex(), now.hex());
                        randomness = now;
                    } else if (computed("verification", work.compute(Priority.WINDOW, () -> prover.verify(task, made.proof())))) {
                        proved.accept(proved(window, proofType, selection, made.proof()));
                        return;
                    } else {
                        log.error("generated incorrect window post proof: deadline {}", window.window().index());
                    }
                    tries++;
                }
            }
        }
        throw new IllegalStateException("window post: no valid proof after " + CrewSettings.TRIES + " tries");
    }

    private static Work described(WindowState window, Selection selection) {
        List<Integer> partitions = selection.partitions().stream().map(WindowMessages.Proven::partition).toList();
        boolean gapless = partitions.getLast() - partitions.getFirst() == partitions.size() - 1;
        String which = partitions.size() == 1 ? "partition " + partitions.getFirst()
                : gapless ? "partitions " + partitions.getFirst() + "-" + partitions.getLast() : "partitions " + partitions;
        return new Work(WorkKind.WINDOW_PROOF, "deadline " + window.window().index() + " " + which, "window proof", "");
    }

    private BatchProved proved(WindowState window, int proofType, Selection selection, Blob proof) {
        Blob params = messages.submission(window.window().index(), selection.partitions(), proofType, proof);
        List<Integer> indices = selection.partitions().stream().map(WindowMessages.Proven::partition).toList();
        return new BatchProved(window.window().open(), params, indices, selection.proven(), selection.skipped());
    }

    private Selection select(List<Planned> batch, Set<Long> unreadable, Head start) {
        List<ChainSector> sectors = new ArrayList<>();
        List<WindowMessages.Proven> partitions = new ArrayList<>();
        long proven = 0;
        long left = 0;
        for (Planned planned : batch) {
            SortedSet<Long> good = planned.partition().toProve();
            SortedSet<Long> skipped = new TreeSet<>(good);
            good.removeAll(unreadable);
            skipped.removeAll(good);
            List<ChainSector> infos = good.isEmpty() ? List.of()
                    : await("sectors", chain.sectors(settings.miner(), good, start));
            if (!infos.isEmpty()) {
                sectors.addAll(withStandIns(planned.partition(), infos));
                partitions.add(new WindowMessages.Proven(planned.index(), skipped));
                proven += infos.size();
                left += skipped.size();
            }
        }
        return new Selection(sectors, partitions, proven, left);
    }

    /** All sectors of the partition, terminated ones included; the first good one stands in for those not proven. */
    private static List<ChainSector> withStandIns(Partition partition, List<ChainSector> good) {
        Map<Long, ChainSector> byNumber = new HashMap<>();
        good.forEach(sector -> byNumber.put(sector.number(), sector));
        return partition.all().stream().map(number -> byNumber.getOrDefault(number, good.getFirst())).toList();
    }

    private Blob challenge(WindowState window) {
        Head now = await("head", chain.head());
        return await("challenge", chain.windowChallenge(settings.miner(), window.window().challenge(), now));
    }

    private <T> T await(String what, CompletionStage<T> answer) {
        return Waits.await(what, answer, settings.answer());
    }

    private <T> T computed(String what, CompletionStage<T> result) {
        return Waits.await(what, result, settings.proof());
    }
}

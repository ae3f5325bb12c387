package io.cairn.actors.deadline;

import io.cairn.actors.EntityIds;
import io.cairn.actors.Waits;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.ChainSector;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.chain.Partition;
import io.cairn.actors.deadline.DeadlineCommand.Declared;
import io.cairn.actors.deadline.DeadlineCommand.Identity;
import io.cairn.actors.ports.WindowProver;
import io.cairn.actors.sender.Outbox;
import io.cairn.actors.sender.Purpose;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.Work;
import io.cairn.actors.work.WorkKind;
import io.cairn.persistence.deadline.Window;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/**
 * Finds faulty sectors of a deadline that are readable again and declares them (lotus: storage/wdpost/wdpost_run_faults.go).
 * It blocks and runs on a thread of its own.
 */
final class RecoveryCycle {
    private static final long DECLARE_FAULTS_RECOVERED = 11;

    private final ChainAccess chain;
    private final WindowProver prover;
    private final WindowMessages messages;
    private final Outbox outbox;
    private final CrewSettings settings;
    private final RunningWork work;

    RecoveryCycle(ChainAccess chain, WindowProver prover, WindowMessages messages, Outbox outbox, CrewSettings settings,
                  RunningWork work) {
        this.chain = chain;
        this.prover = prover;
        this.messages = messages;
        this.outbox = outbox;
        this.settings = settings;
        this.work = work;
    }

    Declared run(Window window, Head start, Identity identity, Progress progress) {
        List<Partition> partitions = await("partitions", chain.partitions(settings.miner(), window.index(), start));
        SortedMap<Integer, SortedSet<Long>> recovered = new TreeMap<>();
        int left = settings.sectorsPerMessage();
        for (int index = 0; index < partitions.size() && left > 0; index++) {
            String subject = "deadline " + window.index() + " partition " + index;
            SortedSet<Long> readable = recovered(partitions.get(index), subject, identity, start, progress, left);
            if (!readable.isEmpty()) {
                recovered.put(index, readable);
                left -= readable.size();
            }
        }
        if (recovered.isEmpty()) {
            return new Declared(window.open(), 0, "");
        }
        return declare(window, identity, recovered);
    }

    private SortedSet<Long> recovered(Partition partition, String subject, Identity identity, Head start,
                                      Progress progress, int limit) {
        SortedSet<Long> unrecovered = new TreeSet<>(partition.faulty());
        unrecovered.removeAll(partition.recovering());
        if (unrecovered.isEmpty()) {
            return unrecovered;
        }
        List<ChainSector> sectors = await("sectors", chain.sectors(settings.miner(), unrecovered, start));
        SortedSet<Long> readable = Waits.await("checking sectors", work.compute(Priority.WINDOW,
                new Work(WorkKind.CHECK, subject, "faulty sectors", "sectors"), progress, running ->
                        prover.readable(settings.miner(), identity.windowPoStProof(), sectors, running)), settings.proof());
        return new TreeSet<>(readable.stream().limit(limit).toList());
    }

    private Declared declare(Window window, Identity identity, SortedMap<Integer, SortedSet<Long>> recovered) {
        String miner = EntityIds.miner(settings.miner());
        Outbound message = new Outbound(identity.worker(), miner, "0", DECLARE_FAULTS_RECOVERED,
                messages.recoveries(window.index(), recovered), settings.maxFee());
        String requestId = "recover/" + miner + "/" + window.open() + "/" + recovered.hashCode();
        return switch (await("declaration of recoveries", outbox.send(requestId, Purpose.WINDOW_PROOF, message))) {
            case SenderCommand.Sent sent -> new Declared(window.open(),
                    recovered.values().stream().mapToLong(SortedSet::size).sum(), sent.cid());
            case SenderCommand.Refused refused -> throw new IllegalStateException("declaration of recoveries: " + refused.reason());
        };
    }

    private <T> T await(String what, CompletionStage<T> answer) {
        return Waits.await(what, answer, settings.answer());
    }
}

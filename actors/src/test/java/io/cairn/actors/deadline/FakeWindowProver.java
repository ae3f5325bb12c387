package io.cairn.actors.deadline;

import io.cairn.actors.chain.ChainSector;
import io.cairn.actors.ports.WindowProver;
import io.cairn.persistence.Blob;
import io.cairn.proofs.dispatch.Progress;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes one byte of proof for each sector, except for those that tests take away. */
public final class FakeWindowProver implements WindowProver {
    public final List<Task> tasks = new CopyOnWriteArrayList<>();
    /** Names of the threads that computed. */
    public final Set<String> threads = ConcurrentHashMap.newKeySet();
    public final SortedSet<Long> lost = new TreeSet<>();

    @Override
    public Result prove(Task task, Progress progress) {
        tasks.add(task);
        threads.add(Thread.currentThread().getName());
        SortedSet<Long> unreadable = new TreeSet<>(lost);
        unreadable.retainAll(task.sectors().stream().map(ChainSector::number).toList());
        return unreadable.isEmpty() ? new Made(Blob.of(new byte[task.sectors().size()])) : new Unreadable(unreadable);
    }

    @Override
    public boolean verify(Task task, Blob proof) {
        threads.add(Thread.currentThread().getName());
        return proof.toByteArray().length == task.sectors().size();
    }

    @Override
    public SortedSet<Long> readable(long miner, int proofType, List<ChainSector> sectors, Progress progress) {
        threads.add(Thread.currentThread().getName());
        SortedSet<Long> readable = new TreeSet<>(sectors.stream().map(ChainSector::number).toList());
        readable.removeAll(lost);
        return readable;
    }
}

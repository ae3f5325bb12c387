package io.cairn.actors.sector;

import io.cairn.actors.ports.SealingFailure;
import io.cairn.actors.ports.SealingTasks;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.proofs.dispatch.Progress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Seals in words; tests say which steps fail. */
public final class FakeSealingTasks implements SealingTasks {
    public final List<String> done = new CopyOnWriteArrayList<>();
    public final Map<String, FailureCode> failures = new ConcurrentHashMap<>();
    public final List<Long> tidied = new CopyOnWriteArrayList<>();
    /** Names of the threads that did a step, by step. */
    public final Map<String, String> threads = new ConcurrentHashMap<>();
    /** How many sectors go together if so many wait. */
    public volatile int company = 1;
    /** Numbers of the sectors whose layers were begun, those together that went together. */
    public final List<List<Long>> labelled = new CopyOnWriteArrayList<>();
    /** What it takes to choose them. */
    public volatile Runnable choosing = () -> { };
    /** What labelling is like. */
    public volatile BiConsumer<List<Job>, Progress> labelling = (jobs, progress) -> { };
    public volatile Runnable watch = () -> { };

    @Override
    public String pieceCommitment(String path, long size, Progress progress) {
        return "baga" + path;
    }

    @Override
    public String dataCommitment(Job job) {
        return "baga" + job.pieces().size();
    }

    @Override
    public void layers(Job job, Progress progress) {
        labelled.add(List.of(job.sector()));
        labelling.accept(List.of(job), progress);
        step("layers");
    }

    @Override
    public List<Job> company(List<Job> waiting) {
        choosing.run();
        return waiting.subList(0, waiting.size() < company ? 1 : company);
    }

    @Override
    public void layersTogether(List<Job> company, Progress progress) {
        labelled.add(company.stream().map(Job::sector).toList());
        labelling.accept(company, progress);
    }

    @Override
    public String dataTree(Job job, Progress progress) {
        step("data tree");
        return dataCommitment(job);
    }

    @Override
    public String trees(Job job, Progress progress) {
        step("trees");
        return "bagb" + job.replica().ticket().hex().substring(0, 8);
    }

    @Override
    public Blob proof(Job job, Progress progress) {
        step("proof");
        return Blob.of(new byte[] {42});
    }

    @Override
    public void finish(Job job, Progress progress) {
        step("finish");
    }

    @Override
    public void store(Job job, Progress progress) {
        step("store");
    }

    @Override
    public void tidy(Job job) {
        tidied.add(job.sector());
    }

    @Override
    public void remove(Job job) {
        step("remove");
    }

    private void step(String name) {
        threads.put(name, Thread.currentThread().getName());
        done.add(name);
        watch.run();
        FailureCode failure = failures.remove(name);
        if (failure != null) {
            throw new SealingFailure(failure, name + " failed", null);
        }
    }
}

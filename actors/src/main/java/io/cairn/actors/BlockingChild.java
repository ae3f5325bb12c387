package io.cairn.actors;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.Behaviors;
import io.cairn.proofs.dispatch.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;

/** A child that does one blocking job on a virtual thread of its own; stopping the child cancels the job. */
public final class BlockingChild {
    /** A job; it learns through its progress that it is cancelled, and by the interruption of its thread. */
    @FunctionalInterface
    public interface Job {
        /** Does the job. */
        void run(Progress progress, Logger log);
    }

    private enum Finished {
        NOW
    }

    private BlockingChild() {
    }

    /**
     * A child for a job.
     *
     * @param failed told on the job's thread if the job fails and was not cancelled
     */
    public static Behavior<?> create(String name, Job job, Consumer<RuntimeException> failed) {
        return Behaviors.<Finished>setup(context -> {
            AtomicBoolean cancelled = new AtomicBoolean();
            Logger log = context.getLog();
            var self = context.getSelf();
            Thread thread = Thread.ofVirtual().name(name).start(() -> {
                try {
                    job.run(progress(cancelled), log);
                } catch (RuntimeException e) {
                    if (!cancelled.get()) {
                        failed.accept(e);
                    }
                }
                self.tell(Finished.NOW);
            });
            return Behaviors.receive(Finished.class)
                    .onMessageEquals(Finished.NOW, Behaviors::stopped)
                    .onSignal(PostStop.class, signal -> {
                        cancelled.set(true);
                        thread.interrupt();
                        return Behaviors.same();
                    })
                    .build();
        });
    }

    private static Progress progress(AtomicBoolean cancelled) {
        return new Progress() {
            @Override
            public void advanced(long done, long total) {
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
    }
}

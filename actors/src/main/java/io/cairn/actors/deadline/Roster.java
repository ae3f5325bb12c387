package io.cairn.actors.deadline;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import io.cairn.actors.deadline.DeadlineCommand.HeadChanged;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.DeadlineEvent.SubmissionsReverted;
import io.cairn.persistence.deadline.DeadlineState;
import io.cairn.persistence.deadline.Proving;
import io.cairn.persistence.deadline.Recovery;
import io.cairn.persistence.deadline.Submission;
import io.cairn.persistence.deadline.WindowState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The children of a deadline: those that its state calls for, and no others. */
final class Roster {
    private final ActorContext<DeadlineCommand> context;
    private final Crew crew;
    private final Confidence confidence;
    private final Map<String, ActorRef<?>> children = new HashMap<>();
    private long spawned;

    Roster(ActorContext<DeadlineCommand> context, Crew crew, Confidence confidence) {
        this.context = context;
        this.crew = crew;
        this.confidence = confidence;
    }

    boolean proving() {
        return children.keySet().stream().anyMatch(name -> name.startsWith("prove-"));
    }

    /** Whether a proof is being made, sent or followed. */
    boolean underWay() {
        return proving() || children.keySet().stream().anyMatch(name -> name.startsWith("submit-"));
    }

    /** Stops the children whose work was undone, so that fresh ones take their place. */
    void forget(List<DeadlineEvent> events) {
        for (DeadlineEvent event : events) {
            if (event instanceof SubmissionsReverted reverted) {
                stopAll(name -> name.startsWith("submit-" + reverted.open() + "-"));
            }
        }
    }

    /** Starts what is missing and stops what is not wanted any more. */
    void reconcile(DeadlineState state, HeadChanged head) {
        Set<String> wanted = new HashSet<>();
        for (WindowState window : state.windows().values()) {
            long open = window.window().open();
            if (window.proving() == Proving.PROVING) {
                want(wanted, "prove-" + open, () -> crew.postProver(window, head.change().head(), head.identity(), context.getSelf()));
            }
            if (window.recovery() == Recovery.DECLARING && head.change().height() < window.window().faultCutoff()) {
                want(wanted, "recover-" + open, () ->
                        crew.recoveryDeclarer(window.window(), head.change().head(), head.identity(), context.getSelf()));
            }
            if (DeadlineRules.isToBeJudged(window, head.change().height(), confidence)) {
                want(wanted, "judge-" + open, () -> crew.windowJudge(window.window(), head.change().head(), context.getSelf()));
            }
            submitters(wanted, window, head);
        }
        stopAll(name -> !wanted.contains(name));
    }

    private void submitters(Set<String> wanted, WindowState window, HeadChanged head) {
        for (int index = 0; index < window.batches().size(); index++) {
            Batch batch = window.batches().get(index);
            int number = index;
            boolean following = batch.submission() == Submission.SENT && window.outcome().isEmpty();
            if (batch.submission() == Submission.SUBMITTING || following) {
                want(wanted, "submit-" + window.window().open() + "-" + index + "-" + batch.rejections(), () ->
                        crew.messageSubmitter(window.window(), number, batch, head.change().head(), head.identity(), context.getSelf()));
            }
        }
    }

    private void want(Set<String> wanted, String name, Supplier<Behavior<?>> child) {
        wanted.add(name);
        ActorRef<?> present = children.get(name);
        if (present == null || context.getChild(present.path().name()).isEmpty()) {
            children.put(name, spawn(name, child.get()));
        }
    }

    private <T> ActorRef<T> spawn(String name, Behavior<T> behavior) {
        Behavior<T> supervised = Behaviors.supervise(behavior).onFailure(SupervisorStrategy.stop());
        return context.spawn(supervised, name + "-" + spawned++);
    }

    private void stopAll(Predicate<String> which) {
        children.entrySet().removeIf(child -> {
            boolean stop = which.test(child.getKey());
            if (stop) {
                context.stop(child.getValue());
            }
            return stop;
        });
    }
}

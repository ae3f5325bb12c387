package io.cairn.actors.deadline;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.Behaviors;
import io.cairn.actors.chain.Head;
import io.cairn.actors.deadline.DeadlineCommand.Identity;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Children that do nothing; the tests speak for them. */
final class FakeCrew implements Crew {
    final List<String> started = new CopyOnWriteArrayList<>();
    volatile boolean underWay;
    final List<String> stopped = new CopyOnWriteArrayList<>();

    @Override
    public Behavior<?> postProver(WindowState window, Head head, Identity identity, ActorRef<DeadlineCommand> deadline) {
        return child("prove " + window.window().open());
    }

    @Override
    public Behavior<?> messageSubmitter(Window window, int index, Batch batch, Head head, Identity identity,
                                        ActorRef<DeadlineCommand> deadline) {
        return child("submit " + window.open());
    }

    @Override
    public Behavior<?> windowJudge(Window window, Head head, ActorRef<DeadlineCommand> deadline) {
        return child("judge " + window.open());
    }

    @Override
    public Behavior<?> recoveryDeclarer(Window window, Head head, Identity identity, ActorRef<DeadlineCommand> deadline) {
        return child("recover " + window.open());
    }

    @Override
    public void underWay(int deadline, boolean is) {
        underWay = is;
    }

    long starts(String child) {
        return started.stream().filter(child::equals).count();
    }

    private Behavior<?> child(String name) {
        return Behaviors.<String>setup(context -> {
            started.add(name);
            return Behaviors.receive(String.class).onSignal(PostStop.class, signal -> {
                stopped.add(name);
                return Behaviors.same();
            }).build();
        });
    }
}

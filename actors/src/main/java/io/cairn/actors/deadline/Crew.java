package io.cairn.actors.deadline;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import io.cairn.actors.chain.Head;
import io.cairn.actors.deadline.DeadlineCommand.Identity;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowState;

/** Makes the children that do a deadline's work. Stopping a child cancels what it does. */
public interface Crew {

    /** Computes the proofs that a window still lacks. */
    Behavior<?> postProver(WindowState window, Head head, Identity identity, ActorRef<DeadlineCommand> deadline);

    /** Sends one batch and follows its message. */
    Behavior<?> messageSubmitter(Window window, int index, Batch batch, Head head, Identity identity,
                                 ActorRef<DeadlineCommand> deadline);

    /** Asks the chain how a closed window ended. */
    Behavior<?> windowJudge(Window window, Head head, ActorRef<DeadlineCommand> deadline);

    /** Says whether proofs of a deadline are being made or are on their way. */
    void underWay(int deadline, boolean is);

    /** Looks for readable faulty sectors and declares them. */
    Behavior<?> recoveryDeclarer(Window window, Head head, Identity identity, ActorRef<DeadlineCommand> deadline);
}

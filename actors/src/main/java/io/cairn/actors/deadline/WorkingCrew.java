package io.cairn.actors.deadline;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import io.cairn.actors.BlockingChild;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Head;
import io.cairn.actors.deadline.DeadlineCommand.AllProved;
import io.cairn.actors.deadline.DeadlineCommand.Identity;
import io.cairn.actors.deadline.DeadlineCommand.NotDeclared;
import io.cairn.actors.deadline.DeadlineCommand.NotJudged;
import io.cairn.actors.deadline.DeadlineCommand.ProvingFailed;
import io.cairn.actors.deadline.DeadlineCommand.Sent;
import io.cairn.actors.ports.WindowProver;
import io.cairn.actors.sender.Outbox;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.UnderWay;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The children that do the work for real. */
public final class WorkingCrew implements Crew {
    private final ChainAccess chain;
    private final WindowProver prover;
    private final WindowMessages messages;
    private final Outbox outbox;
    private final CrewSettings settings;
    private final RunningWork work;
    private final UnderWay underWay;
    private final Executor blocking;

    /**
     * A crew.
     *
     * @param work     where computations are listed while they run
     * @param underWay where deadlines with proofs on their way are listed
     * @param blocking where waiting for the node is allowed
     */
    public WorkingCrew(ChainAccess chain, WindowProver prover, WindowMessages messages, Outbox outbox, CrewSettings settings,
                       RunningWork work, UnderWay underWay, Executor blocking) {
        this.chain = chain;
        this.prover = prover;
        this.messages = messages;
        this.outbox = outbox;
        this.settings = settings;
        this.work = work;
        this.underWay = underWay;
        this.blocking = blocking;
    }

    @Override
    public Behavior<?> postProver(WindowState window, Head head, Identity identity, ActorRef<DeadlineCommand> deadline) {
        long open = window.window().open();
        return BlockingChild.create("post-prover-" + open, (progress, log) -> {
            new ProvingCycle(chain, prover, messages, settings, work, progress, log)
                    .run(window, head, identity.windowPoStProof(), deadline::tell);
            deadline.tell(new AllProved(open));
        }, failure -> deadline.tell(new ProvingFailed(open, failure.toString())));
    }

    @Override
    public Behavior<?> messageSubmitter(Window window, int index, Batch batch, Head head, Identity identity,
                                        ActorRef<DeadlineCommand> deadline) {
        SubmissionCycle cycle = new SubmissionCycle(chain, messages, outbox, settings);
        return MessageSubmitter.create(chain, settings, window.open(), index, () -> CompletableFuture.<Sent>supplyAsync(
                () -> cycle.run(window, index, batch, head, identity), blocking), deadline);
    }

    @Override
    public Behavior<?> windowJudge(Window window, Head head, ActorRef<DeadlineCommand> deadline) {
        JudgingCycle cycle = new JudgingCycle(chain, settings);
        return BlockingChild.create("window-judge-" + window.open(), (progress, log) -> deadline.tell(cycle.run(window, head)),
                failure -> deadline.tell(new NotJudged(window.open(), failure.toString())));
    }

    @Override
    public void underWay(int deadline, boolean is) {
        underWay.set("deadline " + deadline, is);
    }

    @Override
    public Behavior<?> recoveryDeclarer(Window window, Head head, Identity identity, ActorRef<DeadlineCommand> deadline) {
        RecoveryCycle cycle = new RecoveryCycle(chain, prover, messages, outbox, settings, work);
        return BlockingChild.create("recovery-declarer-" + window.open(),
                (progress, log) -> deadline.tell(cycle.run(window, head, identity, progress)),
                failure -> deadline.tell(new NotDeclared(window.open(), failure.toString())));
    }
}

package io.cairn.actors.deadline;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.RetentionCriteria;
import io.cairn.actors.durable.JournalledEntity;
import io.cairn.actors.EntityIds;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.deadline.DeadlineCommand.AllProved;
import io.cairn.actors.deadline.DeadlineCommand.BatchProved;
import io.cairn.actors.deadline.DeadlineCommand.Declared;
import io.cairn.actors.deadline.DeadlineCommand.Executed;
import io.cairn.actors.deadline.DeadlineCommand.HeadChanged;
import io.cairn.actors.deadline.DeadlineCommand.Judged;
import io.cairn.actors.deadline.DeadlineCommand.Look;
import io.cairn.actors.deadline.DeadlineCommand.NotDeclared;
import io.cairn.actors.deadline.DeadlineCommand.NotJudged;
import io.cairn.actors.deadline.DeadlineCommand.NotSent;
import io.cairn.actors.deadline.DeadlineCommand.ProvingFailed;
import io.cairn.actors.deadline.DeadlineCommand.Sent;
import io.cairn.actors.view.DeadlineView;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.DeadlineEvent.MessageLanded;
import io.cairn.persistence.deadline.DeadlineEvent.MessageRejected;
import io.cairn.persistence.deadline.DeadlineEvent.MessageSent;
import io.cairn.persistence.deadline.DeadlineEvent.ProofMade;
import io.cairn.persistence.deadline.DeadlineEvent.ProvingSucceeded;
import io.cairn.persistence.deadline.DeadlineEvent.RecoveryDeclared;
import io.cairn.persistence.deadline.DeadlineEvent.RecoveryFailed;
import io.cairn.persistence.deadline.DeadlineEvent.SubmissionFailed;
import io.cairn.persistence.deadline.DeadlineEvent.WindowJudged;
import io.cairn.persistence.deadline.DeadlineEvent.WindowSettled;
import io.cairn.persistence.deadline.DeadlineState;
import io.cairn.persistence.deadline.Proving;
import io.cairn.persistence.deadline.Recovery;
import io.cairn.persistence.deadline.Submission;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.deadline.WindowState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One deadline of a miner. It decides by {@link DeadlineRules}, writes down what it is about to do, and keeps exactly those
 * children at work that its state calls for: after a restart the next head brings them back.
 */
public final class Deadline extends JournalledEntity<DeadlineCommand, DeadlineEvent, DeadlineState> {
    /** Looks at the chain's books in vain, each at another head, before a window is judged without them. */
    private static final int VAIN_LOOKS = 20;

    private final ActorContext<DeadlineCommand> context;
    private final int index;
    private final Confidence confidence;
    private final Crew crew;
    private final Roster roster;
    private final Map<Long, Integer> vainLooks = new HashMap<>();
    private Optional<HeadChanged> newest = Optional.empty();

    private Deadline(ActorContext<DeadlineCommand> context, String entity, Confidence confidence, Crew crew) {
        super(context, PersistenceId.of("deadline", entity));
        this.context = context;
        this.index = (int) EntityIds.numberOf(entity);
        this.confidence = confidence;
        this.crew = crew;
        this.roster = new Roster(context, crew, confidence);
    }

    /** The deadline with a name such as {@code t01000/17}. */
    public static Behavior<DeadlineCommand> create(String entity, Confidence confidence, Crew crew) {
        return Behaviors.setup(context -> new Deadline(context, entity, confidence, crew));
    }

    @Override
    public DeadlineState emptyState() {
        return DeadlineState.empty();
    }

    @Override
    public EventHandler<DeadlineState, DeadlineEvent> eventHandler() {
        return DeadlineState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(50, 2);
    }

    @Override
    protected void stopped() {
        crew.underWay(index, false);
    }

    @Override
    public CommandHandler<DeadlineCommand, DeadlineEvent, DeadlineState> commandHandler() {
        return (state, command) -> switch (command) {
            case HeadChanged changed -> headChanged(state, changed);
            case Look look -> Effect().none().thenRun(now -> look.replyTo().tell(
                    new DeadlineView(index, List.copyOf(now.windows().values()), roster.proving())));
            case BatchProved proved -> batchProved(state, proved);
            case AllProved all -> allProved(state, all);
            case ProvingFailed failed -> provingFailed(state, failed);
            case Sent sent -> submitting(state, sent.open(), sent.batch(),
                    new MessageSent(sent.open(), sent.batch(), sent.requestId(), sent.cid()));
            case NotSent not -> notSent(state, not);
            case Executed executed -> executed(state, executed);
            case Judged judged -> judged(state, judged);
            case NotJudged not -> notJudged(state, not);
            case Declared declared -> recovering(state, declared.open(),
                    new RecoveryDeclared(declared.open(), declared.sectors(), declared.cid()));
            case NotDeclared not -> recovering(state, not.open(), new RecoveryFailed(not.open(), not.reason()));
        };
    }

    private Effect<DeadlineEvent, DeadlineState> headChanged(DeadlineState state, HeadChanged changed) {
        newest = Optional.of(changed);
        List<DeadlineEvent> events = DeadlineRules.onHead(state, changed.window(), changed.closed(), changed.change(), confidence);
        roster.forget(events);
        return then(events);
    }

    private Effect<DeadlineEvent, DeadlineState> batchProved(DeadlineState state, BatchProved proved) {
        Optional<WindowState> window = state.window(proved.open());
        boolean wanted = window.isPresent() && window.get().proving() == Proving.PROVING && window.get().batches().stream()
                .noneMatch(batch -> batch.partitions().stream().anyMatch(proved.partitions()::contains));
        if (!wanted) {
            return Effect().none();
        }
        return Effect().persist(new ProofMade(proved.open(), proved.params(), proved.partitions(), proved.sectors(),
                proved.skipped(), height()));
    }

    private Effect<DeadlineEvent, DeadlineState> allProved(DeadlineState state, AllProved all) {
        if (!isProving(state, all.open())) {
            return Effect().none();
        }
        List<DeadlineEvent> events = new ArrayList<>();
        events.add(new ProvingSucceeded(all.open(), height()));
        DeadlineState proved = state.apply(events.getFirst());
        newest.ifPresent(now -> events.addAll(DeadlineRules.onHead(proved, now.window(), now.closed(),
                new HeadChange(now.change().head(), HeadChange.NOTHING_REVERTED),
                confidence)));
        return then(events);
    }

    private Effect<DeadlineEvent, DeadlineState> provingFailed(DeadlineState state, ProvingFailed failed) {
        if (!isProving(state, failed.open())) {
            return Effect().none();
        }
        context.getLog().warn("window post of deadline {} failed, trying again at the next head: {}", index, failed.reason());
        return then(List.of(new DeadlineEvent.ProvingFailed(failed.open(), height(), failed.reason())));
    }

    private Effect<DeadlineEvent, DeadlineState> notSent(DeadlineState state, NotSent not) {
        context.getLog().warn("window post of deadline {} not sent, trying again at the next head: {}", index, not.reason());
        return submitting(state, not.open(), not.batch(), new SubmissionFailed(not.open(), not.batch(), not.reason()));
    }

    private Effect<DeadlineEvent, DeadlineState> executed(DeadlineState state, Executed executed) {
        if (submission(state, executed.open(), executed.batch()).filter(s -> s == Submission.SENT).isEmpty()) {
            return Effect().none();
        }
        if (executed.exitCode() == 0) {
            context.getLog().info("Window post submission successful: {} (deadline {}, epoch {})", executed.cid(), index, executed.epoch());
            return then(List.of(new MessageLanded(executed.open(), executed.batch(), executed.cid(), executed.epoch())));
        }
        context.getLog().error("Submitting window post {} failed: exit {}", executed.cid(), executed.exitCode());
        return then(List.of(new MessageRejected(executed.open(), executed.batch(), executed.cid(), executed.exitCode(), executed.epoch())));
    }

    private Effect<DeadlineEvent, DeadlineState> judged(DeadlineState state, Judged judged) {
        if (!isToBeJudged(state, judged.open())) {
            return Effect().none();
        }
        vainLooks.remove(judged.open());
        if (judged.outcome() == WindowOutcome.MISSED) {
            context.getLog().error("deadline {} missed its window that opened at epoch {}: {}", index, judged.open(), judged.detail());
        }
        return then(List.of(new WindowJudged(judged.open(), judged.outcome(), judged.detail(), height())));
    }

    private Effect<DeadlineEvent, DeadlineState> notJudged(DeadlineState state, NotJudged not) {
        context.getLog().info("how deadline {}'s window of epoch {} ended is not known yet: {}", index, not.open(), not.reason());
        if (!isToBeJudged(state, not.open()) || vainLooks.merge(not.open(), 1, Integer::sum) < VAIN_LOOKS) {
            return Effect().none();
        }
        vainLooks.remove(not.open());
        return then(List.of(new WindowSettled(not.open(), state.window(not.open()).orElseThrow().verdict(), height())));
    }

    private boolean isToBeJudged(DeadlineState state, long open) {
        return state.window(open).filter(window -> DeadlineRules.isToBeJudged(window, height(), confidence)).isPresent();
    }

    private Effect<DeadlineEvent, DeadlineState> submitting(DeadlineState state, long open, int batch, DeadlineEvent event) {
        boolean wanted = submission(state, open, batch).filter(s -> s == Submission.SUBMITTING).isPresent();
        return wanted ? then(List.of(event)) : Effect().none();
    }

    private Effect<DeadlineEvent, DeadlineState> recovering(DeadlineState state, long open, DeadlineEvent event) {
        boolean wanted = state.window(open).filter(w -> w.recovery() == Recovery.DECLARING).isPresent();
        return wanted ? then(List.of(event)) : Effect().none();
    }

    private Effect<DeadlineEvent, DeadlineState> then(List<DeadlineEvent> events) {
        return Effect().persist(events).thenRun(now -> {
            newest.ifPresent(head -> roster.reconcile(now, head));
            crew.underWay(index, roster.underWay());
        });
    }

    private static boolean isProving(DeadlineState state, long open) {
        return state.window(open).filter(w -> w.proving() == Proving.PROVING).isPresent();
    }

    private static Optional<Submission> submission(DeadlineState state, long open, int batch) {
        return state.window(open).map(WindowState::batches).filter(batches -> batch < batches.size())
                .map(batches -> batches.get(batch)).map(Batch::submission);
    }

    private long height() {
        return newest.map(head -> head.change().height()).orElse(-1L);
    }
}

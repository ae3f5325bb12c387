package io.cairn.node.watch;

import io.cairn.actors.view.SectorView;
import io.cairn.node.view.Amounts;
import io.cairn.node.view.Overview.Card;
import io.cairn.node.view.Overview.Column;
import io.cairn.node.view.Overview.Job;
import io.cairn.node.view.Overview.StateCount;
import io.cairn.node.view.Overview.Tone;
import io.cairn.node.view.Spans;
import io.cairn.persistence.sector.SectorState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sectors by stage, and those on their way by what they wait for. */
final class Pipeline {

    private static final int SHOWN = 6;

    private final Facts facts;
    private final List<Job> jobs;
    private final long seedDelay;

    private Pipeline(Facts facts, List<Job> jobs, long seedDelay) {
        this.facts = facts;
        this.jobs = jobs;
        this.seedDelay = seedDelay;
    }

    static List<StateCount> counts(Facts facts) {
        Map<SectorStage, Long> counts = facts.sectors().stream().collect(Collectors.groupingBy(
                view -> SectorStage.of(view, facts.chain()), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new StateCount(entry.getKey().words(), entry.getValue(), entry.getKey().tone())).toList();
    }

    /**
     * The columns, empty ones too.
     *
     * @param seedDelay epochs between a pre-commitment and its seed
     */
    static List<Column> columns(Facts facts, List<Job> jobs, long seedDelay) {
        Pipeline pipeline = new Pipeline(facts, jobs, seedDelay);
        List<Column> columns = new ArrayList<>();
        for (SectorStage.Board board : SectorStage.Board.values()) {
            if (board != SectorStage.Board.DONE) {
                columns.add(pipeline.column(board));
            }
        }
        return columns;
    }

    private Column column(SectorStage.Board board) {
        List<SectorView> here = facts.sectors().stream()
                .filter(view -> SectorStage.of(view, facts.chain()).board() == board)
                .sorted(Comparator.comparingLong(SectorView::number)).toList();
        return new Column(board.title(), here.size(), here.stream().limit(SHOWN).map(this::card).toList());
    }

    private Card card(SectorView view) {
        SectorStage stage = SectorStage.of(view, facts.chain());
        Optional<Job> running = jobs.stream().filter(job -> job.name().startsWith("Sector " + view.number() + ":")).findFirst();
        boolean paused = view.state().work().until() > facts.at().toEpochMilli();
        boolean queued = !paused && view.state().work().stage() != null && running.isEmpty();
        return new Card(view.number(), text(view.state(), stage) + (queued ? ", waits its turn" : ""), SectorStage.since(view.state()),
                paused ? Tone.warn : queued ? Tone.none : stage.tone(), running.map(Job::share).orElse(-1.0));
    }

    private String text(SectorState state, SectorStage stage) {
        if (stage == SectorStage.HELD) {
            return state.troubles().last();
        }
        if (state.work().until() > facts.at().toEpochMilli()) {
            Instant until = Instant.ofEpochMilli(state.work().until());
            return state.troubles().last() + "; again in "
                    + Spans.words((until.toEpochMilli() - facts.at().toEpochMilli()) / 1000.0);
        }
        return switch (stage) {
            case PRE_COMMIT -> state.onChain().preCommitCid().isEmpty() ? "to be sent" : "sent, waiting for the chain";
            case SEED -> seed(state);
            case COMMIT -> state.onChain().commitCid().isEmpty() ? "proof made, to be sent" : "sent, waiting for the chain";
            default -> stage.words();
        };
    }

    private String seed(SectorState state) {
        long left = state.onChain().preCommitEpoch() + seedDelay - facts.chain().height();
        return left > 0 ? Amounts.of(left, "epoch") + " left" : "seed is due";
    }
}

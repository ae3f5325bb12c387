package io.cairn.actors.deadline;

import io.cairn.actors.Waits;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.Partition;
import io.cairn.actors.deadline.DeadlineCommand.Judged;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Reads from the chain how a window ended. At a window's close the chain marks every sector of a partition without a proof
 * as faulty (builtin-actors: actors/miner/src/deadline_state.rs (process_deadline_end)): so a partition that had something
 * to prove shortly before the close, and of whose sectors none is proven shortly after, was missed. It blocks and runs on
 * a thread of its own.
 */
final class JudgingCycle {
    private final ChainAccess chain;
    private final CrewSettings settings;

    JudgingCycle(ChainAccess chain, CrewSettings settings) {
        this.chain = chain;
        this.settings = settings;
    }

    Judged run(Window window, Head head) {
        Head last = await("last tipset of the window", chain.tipsetAtOrBefore(window.close() - 1, head));
        Head first = await("first tipset after the window", chain.tipsetAtOrAfter(window.close(), head));
        return judge(window, partitions(window, last), partitions(window, first));
    }

    /** How the window ended, from its partitions before and after its close. */
    static Judged judge(Window window, List<Partition> before, List<Partition> after) {
        SortedSet<Long> live = union(after.stream().map(Partition::live).toList());
        SortedSet<Long> faulty = union(after.stream().map(Partition::faulty).toList());
        boolean anything = false;
        List<Integer> missed = new ArrayList<>();
        long sectors = 0;
        for (int index = 0; index < before.size(); index++) {
            SortedSet<Long> due = before.get(index).toProve();
            anything |= !due.isEmpty();
            due.retainAll(live);
            if (!due.isEmpty() && faulty.containsAll(due)) {
                missed.add(index);
                sectors += due.size();
            }
        }
        if (!missed.isEmpty()) {
            return new Judged(window.open(), WindowOutcome.MISSED, sectors + " sectors of partitions " + missed + " were not proven");
        }
        return new Judged(window.open(), anything ? WindowOutcome.PROVEN : WindowOutcome.EMPTY, "");
    }

    private static SortedSet<Long> union(List<SortedSet<Long>> sets) {
        return sets.stream().flatMap(SortedSet::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Partition> partitions(Window window, Head at) {
        return await("partitions at epoch " + at.height(), chain.partitions(settings.miner(), window.index(), at));
    }

    private <T> T await(String what, CompletionStage<T> answer) {
        return Waits.await(what, answer, settings.answer());
    }
}

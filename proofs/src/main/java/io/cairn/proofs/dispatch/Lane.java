package io.cairn.proofs.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The computations of one priority, in the order in which they came. Guarded by the lock of its {@link Cores}. */
final class Lane {

    private final Priority priority;
    private final List<Computation> begun = new ArrayList<>();
    private final Deque<Computation> queued = new ArrayDeque<>();

    Lane(Priority priority) {
        this.priority = priority;
    }

    void add(Computation computation) {
        queued.add(computation);
    }

    /** What the next core of this priority goes to: what was begun first, and of that what was halted before what is open. */
    Claim best() {
        for (Computation computation : begun) {
            if (!computation.halted.isEmpty()) {
                return new Claim.Resume(computation, computation.halted.getFirst());
            }
            for (Help help : computation.open.reversed()) {
                if (help.wanted()) {
                    return new Claim.Join(help);
                }
            }
        }
        return queued.isEmpty() || begun.size() >= priority.atOnce() ? null : new Claim.Begin(queued.getFirst());
    }

    /** Carries a claim of this lane out in its lists. */
    void take(Claim claim) {
        switch (claim) {
            case Claim.Begin(Computation computation) -> {
                queued.remove(computation);
                begun.add(computation);
            }
            case Claim.Resume(Computation computation, ProofThread thread) -> computation.halted.remove(thread);
            case Claim.Join(Help help) -> help.joined();
        }
        claim.computation().cores++;
    }

    void ended(Computation computation) {
        begun.remove(computation);
    }

    /** Takes those out of the queue that are cancelled, or all. */
    List<Computation> dropped(boolean all) {
        List<Computation> dropped = new ArrayList<>();
        for (Iterator<Computation> each = queued.iterator(); each.hasNext(); ) {
            Computation computation = each.next();
            if (all || computation.cancelled()) {
                each.remove();
                dropped.add(computation);
            }
        }
        return dropped;
    }

    boolean hasQueue() {
        return !queued.isEmpty();
    }

    Load.Lane load() {
        int running = (int) begun.stream().filter(computation -> computation.cores > 0).count();
        return new Load.Lane(priority, running, begun.size() - running, queued.size());
    }
}

package io.cairn.proofs.dispatch;

import java.util.concurrent.locks.Condition;

/** Work within a computation that free threads may take a share of. Who helps is guarded by the lock of its {@link Cores}. */
abstract class Help {

    final Cores cores;
    final Computation computation;
    /** Signalled when the last helper left. */
    final Condition abandoned;
    private int helpers;

    Help(Cores cores, Computation computation) {
        this.cores = cores;
        this.computation = computation;
        this.abandoned = cores.newCondition();
    }

    /** How many threads could help, besides the one that needs the work to be done. */
    abstract long room();

    /** Works until nothing is left or something else goes first. */
    abstract void work(ProofThread helper);

    final int helpers() {
        return helpers;
    }

    final boolean wanted() {
        return helpers < room();
    }

    final void joined() {
        helpers++;
    }

    final void left() {
        helpers--;
        if (helpers == 0) {
            abandoned.signalAll();
        }
    }
}

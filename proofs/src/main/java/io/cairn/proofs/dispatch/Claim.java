package io.cairn.proofs.dispatch;

/** What a core could be given to. */
sealed interface Claim {

    Computation computation();

    /** A computation that waits in the queue. */
    record Begin(Computation computation) implements Claim {
    }

    /** A thread that was halted. */
    record Resume(Computation computation, ProofThread thread) implements Claim {
    }

    /** Work that another thread could help with. */
    record Join(Help help) implements Claim {

        @Override
        public Computation computation() {
            return help.computation;
        }
    }
}

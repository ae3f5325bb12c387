package io.cairn.proofs.dispatch;

/** Carries out a claim on a thread of its own, and then whatever else goes first, as long as the thread may keep its core. */
record Carrier(Cores cores, Claim first) implements Runnable {

    @Override
    public void run() {
        ProofThread thread = ProofThread.current();
        cores.started(thread);
        for (Claim claim = first; claim != null; claim = cores.next(thread)) {
            switch (claim) {
                case Claim.Begin(Computation computation) -> {
                    Runnable publication = thread.within(computation, computation::run);
                    cores.ended(thread, claim);
                    publication.run();
                }
                case Claim.Join(Help help) -> {
                    try {
                        thread.within(help.computation, () -> {
                            help.work(thread);
                            return null;
                        });
                    } finally {
                        cores.ended(thread, claim);
                    }
                }
                case Claim.Resume resume -> throw new IllegalStateException(resume + " belongs to another thread");
            }
        }
    }
}

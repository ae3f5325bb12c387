package io.cairn.proofs.dispatch;

/**
 * Hears of each part that a thread of a dispatcher works on without asking whether something else goes first, on that thread. The
 * longest part is how long a window proof waits for a core, and how long a cancelled computation goes on.
 */
public interface PartListener {

    /** A listener that does nothing. */
    PartListener NONE = new PartListener() {
        @Override
        public void begins(Priority priority) {
            // Nobody listens.
        }

        @Override
        public void ends(Priority priority) {
            // Nobody listens.
        }
    };

    /** A part begins on the calling thread. */
    void begins(Priority priority);

    /** It ended. */
    void ends(Priority priority);
}

package io.cairn.proofs.dispatch;

import java.util.concurrent.CancellationException;

/**
 * Listens to a long computation and may ask it to stop.
 *
 * <p>Computations call both methods from any of their threads, some milliseconds apart, so that a cancelled one ends at once and
 * one of a {@link ProofDispatcher} lets others go first.
 */
public interface Progress {

    /** A listener that hears nothing and never cancels. */
    Progress NONE = new Progress() {
        @Override
        public void advanced(long done, long total) {
            // Nobody listens.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Reports how far the computation has come.
     *
     * @param done units finished, from 0 to {@code total}
     * @param total units of the whole computation; the unit is the computation's own
     */
    void advanced(long done, long total);

    /** Whether the computation should end as soon as it can. */
    boolean cancelled();

    /**
     * A place where the computation may end or be halted.
     *
     * @throws CancellationException if it should end
     */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancellationException("cancelled by the caller");
        }
        ProofDispatcher.giveWay();
    }

    /**
     * A listener for one part of this computation.
     *
     * @param before units of the whole that are done before the part begins
     * @param weight units of the whole for each unit of the part; 0 if the part does not count
     * @param total units of the whole
     */
    default Progress part(long before, long weight, long total) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void advanced(long done, long ofPart) {
                if (weight > 0) {
                    whole.advanced(before + done * weight, total);
                }
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    /**
     * A listener for one part of this computation that counts in units of its own.
     *
     * @param before units of the whole that are done before the part begins
     * @param share  units of the whole that the part takes
     * @param total  units of the whole
     */
    default Progress share(long before, long share, long total) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void advanced(long done, long ofPart) {
                long passed = ofPart == 0 ? share : (long) ((double) done / ofPart * share);
                whole.advanced(before + passed, total);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}

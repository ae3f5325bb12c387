package io.cairn.devnet.clock;

import io.cairn.devnet.actor.miner.Deadline;
import io.cairn.devnet.actor.miner.MinerState;
import io.cairn.devnet.actor.miner.Window;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.message.SignedMessage;
import java.util.Optional;

/** How many null rounds may be put in before the next block, and whether the clock must wait for a window proof. */
public final class TimeLapse {

    private static final long LONGEST_JUMP = 120;
    /** Epochs before a window: enough to see its challenge, or to declare before the cutoff what has recovered. */
    private static final long LEAD = NetworkPolicy.CHALLENGE_LOOKBACK + 5;
    private static final long LEAD_TO_RECOVER = NetworkPolicy.FAULT_CUTOFF + 10;
    private static final long MARGIN = 3;
    private static final long SUBMIT_WINDOWED_POST = 5;

    private final Chain chain;

    /** Looks at the chain's state after its head. */
    public TimeLapse(Chain chain) {
        this.chain = chain;
    }

    /** Null rounds up to the next window that anybody must prove; none while sectors wait for their proofs of replication. */
    public long idleRounds() {
        if (!chain.pool().pending().isEmpty()) {
            return 0;
        }
        long next = chain.head().height() + 1;
        long idle = Long.MAX_VALUE;
        StateTree tree = chain.stateAfterHead();
        for (long miner : PowerState.load(chain.log(), tree.get(Singletons.POWER).head()).miners()) {
            MinerState state = MinerState.load(chain.log(), tree.get(miner).head());
            if (!state.preCommitments().isEmpty()) {
                return 0;
            }
            idle = Math.min(idle, idleRounds(state, next, miner != Singletons.FIRST_MINER));
        }
        return idle == Long.MAX_VALUE ? 0 : Math.min(LONGEST_JUMP, idle);
    }

    private static long idleRounds(MinerState state, long next, boolean isProvider) {
        long idle = Long.MAX_VALUE;
        for (int i = 0; i < NetworkPolicy.DEADLINES; i++) {
            Deadline deadline = state.deadline(i);
            if (deadline.liveSectors() > 0) {
                Window window = state.windowAt(next).of(i).nextNotElapsed();
                boolean proven = window.isOpen() && deadline.isProven();
                long lead = !isProvider ? 0 : deadline.hasFaults() ? LEAD_TO_RECOVER : LEAD;
                long begin = proven ? window.close() : window.open() - lead;
                idle = Math.min(idle, Math.max(0, begin - next));
            }
        }
        return idle;
    }

    /** Null rounds that leave the keeper a block in its next window: so many may be forced and no more, lest all power be gone. */
    public long roundsBeforeKeeper() {
        long next = chain.head().height() + 1;
        MinerState state = MinerState.load(chain.log(), chain.stateAfterHead().get(Singletons.FIRST_MINER).head());
        long rounds = Long.MAX_VALUE;
        for (int i = 0; i < NetworkPolicy.DEADLINES; i++) {
            Deadline deadline = state.deadline(i);
            if (!deadline.isProven() || !deadline.posted().isEmpty()) {
                Window window = state.windowAt(next).of(i).nextNotElapsed();
                long due = window.isOpen() && deadline.isProven() ? window.open() + NetworkPolicy.PROVING_PERIOD : window.open();
                rounds = Math.min(rounds, Math.max(0, due - next));
            }
        }
        return rounds;
    }

    /**
     * The miner whose open window is about to end without a proof, if there is one. A proof that waits in the pool counts, but not for
     * the window's last epoch.
     */
    public Optional<Long> waitsFor(long nextEpoch) {
        StateTree tree = chain.stateAfterHead();
        return PowerState.load(chain.log(), tree.get(Singletons.POWER).head()).miners().stream().filter(miner -> {
            MinerState state = MinerState.load(chain.log(), tree.get(miner).head());
            Window window = state.windowAt(nextEpoch);
            boolean ends = window.isOpen() && nextEpoch >= window.last() - MARGIN && !state.deadline(window.index()).isProven();
            return ends && (nextEpoch == window.last() || !hasPendingProof(tree, miner));
        }).findFirst();
    }

    private boolean hasPendingProof(StateTree tree, long miner) {
        return chain.pool().pending().stream().map(SignedMessage::message).anyMatch(message -> message.method() == SUBMIT_WINDOWED_POST
                && chain.resolve(tree, message.to()).filter(id -> id == miner).isPresent());
    }
}

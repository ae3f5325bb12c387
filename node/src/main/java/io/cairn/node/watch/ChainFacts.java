package io.cairn.node.watch;

import io.cairn.protocol.api.MinerPower;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.money.TokenAmount;
import java.time.Instant;
import java.util.List;

/**
 * What the chain says of the provider at its head.
 *
 * @param headTime what the head's blocks say when it is
 * @param now the deadline of the head's epoch
 * @param faults sectors without power, recovering ones among them
 * @param recoveries faulty sectors that are declared to be proven again
 * @param worker what the worker can spend
 * @param available what the miner can pledge or withdraw
 * @param deadlines the 48 deadlines, each with at least what the miner had a short while ago
 */
record ChainFacts(
        long height,
        Instant headTime,
        DeadlineInfo now,
        MinerPower power,
        BitField faults,
        BitField recoveries,
        TokenAmount worker,
        TokenAmount available,
        List<DeadlineFacts> deadlines) {

    ChainFacts {
        deadlines = List.copyOf(deadlines);
    }

    /** The window of a deadline that is open or comes next. */
    DeadlineInfo window(int index) {
        return now.schedule().deadline(now.periodStart(), index, height).nextNotElapsed();
    }

    /** Live sectors of all deadlines. */
    long live() {
        return deadlines.stream().mapToLong(deadline -> deadline.live().count()).sum();
    }

    /** Faulty sectors that are not declared to recover. */
    long lost() {
        return faults.minus(recoveries).count();
    }
}

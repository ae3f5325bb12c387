package io.cairn.actors.miner;

import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.Ledger;
import io.cairn.actors.deadline.DeadlineCommand;

/** Whom a miner talks to. */
public interface Family {
    /** Tells a deadline of the miner. */
    void deadline(int index, DeadlineCommand command);

    /** Tells a sector of the miner that the chain moved. */
    void sector(long number, HeadChange change);

    /** Tells a sector how it stands on chain. */
    void standing(long number, Ledger.Standing standing, long head);

    /** Tells a deal that the chain moved. */
    void deal(String deal, HeadChange change);
}

package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import java.util.Optional;

/** State of a miner actor; CIDs are roots of AMTs, HAMTs or single objects. */
public record MinerState(Cid info, TokenAmount preCommitDeposits, TokenAmount lockedFunds,
                         Optional<VestingFunds> vestingFunds, TokenAmount feeDebt, TokenAmount initialPledge,
                         Cid preCommittedSectors, Cid preCommittedSectorsCleanUp, Cid allocatedSectors,
                         Cid sectors, long provingPeriodStart, @Unsigned long currentDeadline, Cid deadlines,
                         BitField earlyTerminations, boolean deadlineCronActive) implements CborTuple {

    public static MinerState readFrom(CborReader reader) {
        return CborTuple.read(MinerState.class, reader);
    }
}

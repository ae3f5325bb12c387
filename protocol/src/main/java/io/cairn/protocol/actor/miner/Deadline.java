package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Trailing;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;

/** One of a miner's 48 deadlines; CIDs are roots of AMTs. */
public record Deadline(Cid partitions, Cid expirationsEpochs, BitField partitionsPosted,
                       BitField earlyTerminations, @Unsigned long liveSectors, @Unsigned long totalSectors,
                       PowerPair faultyPower, Cid optimisticPostSubmissions, Cid sectorsSnapshot,
                       Cid partitionsSnapshot, Cid optimisticPostSubmissionsSnapshot, PowerPair livePower,
                       @Trailing TokenAmount dailyFee) implements CborTuple {

    public static Deadline readFrom(CborReader reader) {
        return CborTuple.read(Deadline.class, reader);
    }
}

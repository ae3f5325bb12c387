package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;

/** A group of sectors that are proved together. */
public record Partition(BitField sectors, BitField unproven, BitField faults, BitField recoveries,
                        BitField terminated, Cid expirationsEpochs, Cid earlyTerminated, PowerPair livePower,
                        PowerPair unprovenPower, PowerPair faultyPower, PowerPair recoveringPower) implements CborTuple {

    public static Partition readFrom(CborReader reader) {
        return CborTuple.read(Partition.class, reader);
    }
}

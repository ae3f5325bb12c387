package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.sector.PostProof;
import java.util.List;

/** A proof stored unverified, open to dispute. */
public record WindowedPoSt(BitField partitions, List<PostProof> proofs) implements CborTuple {

    public static WindowedPoSt readFrom(CborReader reader) {
        return CborTuple.read(WindowedPoSt.class, reader);
    }
}

package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;

/** Funds in vesting: the next to be released, and the CID of the others. */
public record VestingFunds(VestingFund head, Cid tail) implements CborTuple {

    public static VestingFunds readFrom(CborReader reader) {
        return CborTuple.read(VestingFunds.class, reader);
    }
}

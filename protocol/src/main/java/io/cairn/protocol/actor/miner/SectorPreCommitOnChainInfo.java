package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** A pre-commitment with its deposit and epoch. */
public record SectorPreCommitOnChainInfo(SectorPreCommitInfo info, TokenAmount preCommitDeposit,
                                         long preCommitEpoch) implements CborTuple {

    public static SectorPreCommitOnChainInfo readFrom(CborReader reader) {
        return CborTuple.read(SectorPreCommitOnChainInfo.class, reader);
    }
}

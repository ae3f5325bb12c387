package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;

/** State of the storage market; CIDs are roots of AMTs and HAMTs. */
public record MarketState(Cid proposals, Cid states, Cid pendingProposals, Cid escrowTable, Cid lockedTable,
                          @Unsigned long nextId, Cid dealOpsByEpoch, long lastCron,
                          TokenAmount totalClientLockedCollateral, TokenAmount totalProviderLockedCollateral,
                          TokenAmount totalClientStorageFee, Cid pendingDealAllocationIds, Cid providerSectors)
        implements CborTuple {

    public static MarketState readFrom(CborReader reader) {
        return CborTuple.read(MarketState.class, reader);
    }
}

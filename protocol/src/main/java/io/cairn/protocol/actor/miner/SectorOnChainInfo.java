package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Trailing;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A proved sector as the chain keeps it. */
public record SectorOnChainInfo(@Unsigned long sectorNumber, RegisteredSealProof sealProof, Cid sealedCId,
                                @Unsigned List<Long> deprecatedDealIds, long activation, long expiration,
                                BigInteger dealWeight, BigInteger verifiedDealWeight, TokenAmount initialPledge,
                                Optional<TokenAmount> expectedDayReward,
                                Optional<TokenAmount> expectedStoragePledge, long powerBaseEpoch,
                                Optional<TokenAmount> replacedDayReward, Optional<Cid> sectorKeyCId,
                                @Unsigned long flags, @Trailing TokenAmount dailyFee) implements CborTuple {

    public static SectorOnChainInfo readFrom(CborReader reader) {
        return CborTuple.read(SectorOnChainInfo.class, reader);
    }
}

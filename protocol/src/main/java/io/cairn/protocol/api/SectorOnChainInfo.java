package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A sector as the chain holds it. Source: go-state-types: builtin/v19/miner (SectorOnChainInfo).
 *
 * @param sectorNumber          the number
 * @param sealProof             wire number of the registered seal proof
 * @param sealedCid             CommR
 * @param activation            epoch of the commitment's proof
 * @param expiration            epoch
 * @param dealWeight            byte-epochs of unverified deals
 * @param verifiedDealWeight    byte-epochs of verified deals
 * @param initialPledge         locked collateral
 * @param expectedDayReward     of old sectors
 * @param expectedStoragePledge of old sectors
 * @param powerBaseEpoch        when the power last changed
 * @param replacedDayReward     of old sectors
 * @param sectorKeyCid          CommR before an update, for a sector that was snapped
 * @param flags                 bits
 * @param dailyFee              what the sector pays a day
 */
public record SectorOnChainInfo(
        long sectorNumber,
        long sealProof,
        @JsonProperty("SealedCID") Cid sealedCid,
        long activation,
        long expiration,
        BigInteger dealWeight,
        BigInteger verifiedDealWeight,
        TokenAmount initialPledge,
        Optional<TokenAmount> expectedDayReward,
        Optional<TokenAmount> expectedStoragePledge,
        long powerBaseEpoch,
        Optional<TokenAmount> replacedDayReward,
        @JsonProperty("SectorKeyCID") Optional<Cid> sectorKeyCid,
        long flags,
        TokenAmount dailyFee) {
}

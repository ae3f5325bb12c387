package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.protocol.cid.Cid;
import java.util.List;
import java.util.Optional;

/**
 * What a precommit promises about a sector. Source: go-state-types: builtin/v19/miner (SectorPreCommitInfo).
 *
 * @param sealProof     wire number of the registered seal proof
 * @param sectorNumber  the number
 * @param sealedCid     CommR
 * @param sealRandEpoch epoch of the ticket
 * @param dealIds       deals of the sector, in piece order
 * @param expiration    epoch
 * @param unsealedCid   CommD, empty for a sector without data
 */
public record SectorPreCommitInfo(
        long sealProof,
        long sectorNumber,
        @JsonProperty("SealedCID") Cid sealedCid,
        long sealRandEpoch,
        @JsonProperty("DealIDs") List<Long> dealIds,
        long expiration,
        Optional<Cid> unsealedCid) {

    public SectorPreCommitInfo {
        dealIds = Lists.copy(dealIds);
    }
}

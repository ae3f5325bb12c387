package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What a miner needs to try for a block.
 *
 * @param minerPower        the miner's quality-adjusted power
 * @param networkPower      the network's
 * @param sectors           the sectors to prove if it wins
 * @param workerKey         key address that signs
 * @param sectorSize        bytes
 * @param prevBeaconEntry   the last beacon entry on the chain
 * @param beaconEntries     the entries since, for the new block
 * @param eligibleForMining whether it may mine at all
 */
public record MiningBaseInfo(
        BigInteger minerPower,
        BigInteger networkPower,
        List<Sector> sectors,
        Address workerKey,
        long sectorSize,
        BeaconEntry prevBeaconEntry,
        List<BeaconEntry> beaconEntries,
        boolean eligibleForMining) {

    public MiningBaseInfo {
        sectors = Lists.copy(sectors);
        beaconEntries = Lists.copy(beaconEntries);
    }

    /** A sector to prove: its registered seal proof, number, CommR before an update if it had one, and CommR. */
    public record Sector(long sealProof, long sectorNumber, Optional<Cid> sectorKey,
                         @JsonProperty("SealedCID") Cid sealedCid) {
    }
}

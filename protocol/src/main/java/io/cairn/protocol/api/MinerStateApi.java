package io.cairn.protocol.api;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.money.TokenAmount;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The state of a miner at a tipset; the empty key is the head.
 *
 * <p>Source: lotus: api/api_full.go.
 */
public interface MinerStateApi {

    /** Identity and settings. */
    CompletableFuture<MinerInfo> stateMinerInfo(Address miner, TipsetKey key);


    /** The deadline at the tipset's epoch. */
    CompletableFuture<DeadlineInfo> stateMinerProvingDeadline(Address miner, TipsetKey key);

    /** The 48 deadlines. */
    CompletableFuture<List<Deadline>> stateMinerDeadlines(Address miner, TipsetKey key);

    /** The partitions of a deadline in order. */
    CompletableFuture<List<Partition>> stateMinerPartitions(Address miner, long deadline, TipsetKey key);

    /** The sectors with these numbers, all when the filter is empty, by number. */
    CompletableFuture<List<SectorOnChainInfo>> stateMinerSectors(
            Address miner, Optional<BitField> filter, TipsetKey key);

    /** The proving sectors. */
    CompletableFuture<List<SectorOnChainInfo>> stateMinerActiveSectors(Address miner, TipsetKey key);

    /** How many sectors there are. */
    CompletableFuture<MinerSectorCount> stateMinerSectorCount(Address miner, TipsetKey key);

    /** Faulty sector numbers. */
    CompletableFuture<BitField> stateMinerFaults(Address miner, TipsetKey key);

    /** Sector numbers declared as recovering. */
    CompletableFuture<BitField> stateMinerRecoveries(Address miner, TipsetKey key);

    /** Power beside the network's; zeros for an address that is no miner. */
    CompletableFuture<MinerPower> stateMinerPower(Address miner, TipsetKey key);

    /** What can be withdrawn or pledged. */
    CompletableFuture<TokenAmount> stateMinerAvailableBalance(Address miner, TipsetKey key);

    /** All sector numbers ever taken. */
    CompletableFuture<Optional<BitField>> stateMinerAllocated(Address miner, TipsetKey key);

    /** Whether a sector number has been taken. */
    CompletableFuture<Boolean> stateMinerSectorAllocated(Address miner, long sector, TipsetKey key);

    /** The deposit for a precommit, with a tenth on top. */
    CompletableFuture<TokenAmount> stateMinerPreCommitDepositForPower(
            Address miner, SectorPreCommitInfo sector, TipsetKey key);

    /** The pledge for a sector of this life in epochs, size, and verified bytes, with a tenth on top. */
    CompletableFuture<TokenAmount> stateMinerInitialPledgeForSector(
            long duration, long sectorSize, long verifiedSize, TipsetKey key);

    /** The pledge for a precommitted sector, with a tenth on top; deprecated by the node. */
    CompletableFuture<TokenAmount> stateMinerInitialPledgeCollateral(
            Address miner, SectorPreCommitInfo sector, TipsetKey key);

    /** The deposit for creating a miner. */
    CompletableFuture<TokenAmount> stateMinerCreationDeposit(TipsetKey key);

    /** A sector waiting for its proof. */
    CompletableFuture<Optional<SectorPreCommitOnChainInfo>> stateSectorPreCommitInfo(
            Address miner, long sector, TipsetKey key);

    /** A committed sector. */
    CompletableFuture<Optional<SectorOnChainInfo>> stateSectorGetInfo(Address miner, long sector, TipsetKey key);

    /** When a live sector leaves. */
    CompletableFuture<SectorExpiration> stateSectorExpiration(Address miner, long sector, TipsetKey key);

    /** Where a live sector is proven. */
    CompletableFuture<SectorLocation> stateSectorPartition(Address miner, long sector, TipsetKey key);

    /** All miners. */
    CompletableFuture<List<Address>> stateListMiners(TipsetKey key);
}

package io.cairn.protocol.api;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.message.SignedMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a block producer asks. Source: lotus: api/api_full.go. */
public interface MiningApi {

    /** What is needed to try for the block of an epoch on top of a tipset, whose key must not be empty; empty when not eligible. */
    CompletableFuture<Optional<MiningBaseInfo>> minerGetBaseInfo(Address miner, long epoch, TipsetKey key);

    /** Makes and signs a block. */
    @Requires("write")
    CompletableFuture<BlockMessage> minerCreateBlock(BlockTemplate template);

    /** Messages for a block on a tipset.
     *
     * @param ticketQuality 0 to 1: 1 - BLAKE2b-256(VRFProof) / 2^256
      */
    CompletableFuture<List<SignedMessage>> mpoolSelect(TipsetKey key, double ticketQuality);

    /** The beacon entry of an epoch; answers when it has been produced. */
    @WaitsForChain
    CompletableFuture<BeaconEntry> stateGetBeaconEntry(long epoch);
}

package io.cairn.protocol.api;

import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.rpc.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Following the network and handing in blocks. Source: lotus: api/api_full.go. */
public interface SyncApi {

    /** What the node is syncing. */
    CompletableFuture<SyncState> syncState();

    /** How the node is doing; block counts only with {@code chain}. */
    CompletableFuture<NodeStatus> nodeStatus(boolean chain);

    /** Hands in a block to check and publish. */
    @Requires("write")
    CompletableFuture<Void> syncSubmitBlock(BlockMessage block);

    /** Headers of blocks as they come in. */
    Subscription syncIncomingBlocks(Consumer<BlockHeader> headers);
}

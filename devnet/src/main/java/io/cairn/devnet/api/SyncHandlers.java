package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import io.cairn.protocol.api.NodeStatus;
import io.cairn.protocol.api.SyncState;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.rpc.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the node says of following the network: it makes the chain itself, so it is always in sync. */
public final class SyncHandlers {

    private static final int COMPLETE = 4;

    private final Chain chain;
    private final String start = Instant.now().toString();

    SyncHandlers(Chain chain) {
        this.chain = chain;
    }

    public SyncState syncState() {
        var head = Optional.of(ChainHandlers.tipset(chain.head()));
        return new SyncState(List.of(new SyncState.ActiveSync(1, head, head, COMPLETE, chain.head().height(), start,
                Instant.now().toString(), "")), 0);
    }

    public NodeStatus nodeStatus(boolean withChain) {
        NodeStatus.Chain blocks = withChain ? new NodeStatus.Chain(meanBlocks(100), meanBlocks(chain.policy().chainFinality()))
                : new NodeStatus.Chain(0, 0);
        return new NodeStatus(new NodeStatus.Sync(chain.head().height(), 0), new NodeStatus.Peers(0, 0), blocks);
    }

    private double meanBlocks(long epochs) {
        var at = Optional.of(chain.head());
        long end = chain.head().height() - epochs;
        long blocks = 0;
        while (at.isPresent() && at.get().height() > Math.max(0, end)) {
            blocks += at.get().blocks().size();
            at = chain.index().parent(at.get());
        }
        return (double) blocks / epochs;
    }

    /** Headers of blocks that join the chain. */
    public Subscription syncIncomingBlocks(Consumer<BlockHeader> headers) {
        Runnable end = chain.listen(move -> move.applied().forEach(tipset -> tipset.blocks().forEach(headers)));
        return end::run;
    }
}

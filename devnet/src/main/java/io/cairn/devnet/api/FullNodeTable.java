package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.clock.EpochClock;
import io.cairn.devnet.keeper.BlockProducer;
import io.cairn.devnet.rpc.MethodTable;
import io.cairn.devnet.rpc.VersionZero;
import io.cairn.protocol.api.FullNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All that the chain serves of a full node's API, in both versions. */
public final class FullNodeTable {

    private FullNodeTable() {
    }

    /** The tables by path, over a chain with its clock, producer and wallet; {@code outage} takes the API away for a while. */
    public static Map<String, MethodTable> of(Chain chain, EpochClock clock, BlockProducer producer, Wallet keys,
            Consumer<Duration> outage) {
        WalletHandlers wallet = new WalletHandlers(chain, keys);
        ChainHandlers objects = new ChainHandlers(chain);
        MpoolHandlers pool = new MpoolHandlers(chain, wallet);
        List<?> handlers = List.of(objects, new StateHandlers(chain), new MessageHandlers(chain, objects), wallet, pool,
                new MinerHandlers(chain), new PledgeHandlers(chain), new NodeHandlers(chain), new MiningHandlers(chain, wallet),
                new SyncHandlers(chain), new MarketHandlers(chain));
        MethodTable one = Served.table(FullNode.class, handlers)
                .overlaid(Served.table(DevnetApi.class, List.of(new DevnetHandlers(chain, clock, producer, pool, outage))));
        return Map.of("/rpc/v1", one, "/rpc/v0", one.overlaid(VersionZero.over(Served.implementation(FullNode.class, handlers))));
    }
}

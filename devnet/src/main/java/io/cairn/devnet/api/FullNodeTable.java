package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.clock.EpochClock;
import io.cairn.devnet.keeper.BlockProducer;
import io.cairn.devnet.rpc.MethodTable;
import io.cairn.protocol.api.ChainApi;
import io.cairn.protocol.api.MarketApi;
import io.cairn.protocol.api.MinerStateApi;
import io.cairn.protocol.api.MpoolApi;
import io.cairn.protocol.api.NodeApi;
import io.cairn.protocol.api.StateApi;
import io.cairn.protocol.api.WalletApi;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** All that the chain serves of a full node's API. */
public final class FullNodeTable {

    private FullNodeTable() {
    }

    /** The methods over a chain with its clock and producer; {@code outage} takes the API away for a while. */
    public static MethodTable of(Chain chain, EpochClock clock, BlockProducer producer, Consumer<Duration> outage) {
        StateHandlers state = new StateHandlers(chain);
        return Served.table(ChainApi.class, List.of(new ChainHandlers(chain)))
                .overlaid(Served.table(StateApi.class, List.of(state)))
                .overlaid(Served.table(MarketApi.class, List.of(state)))
                .overlaid(Served.table(WalletApi.class, List.of(state, new WalletHandlers(chain))))
                .overlaid(Served.table(MinerStateApi.class, List.of(new MinerHandlers(chain), new PledgeHandlers(chain))))
                .overlaid(Served.table(DevnetApi.class, List.of(new DevnetHandlers(chain, clock, producer, outage))))
                .overlaid(Served.table(NodeApi.class, List.of(new NodeHandlers(chain))))
                .overlaid(Served.table(MpoolApi.class, List.of(new MpoolHandlers(chain))));
    }
}

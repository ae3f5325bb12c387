package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.rpc.MethodTable;
import io.cairn.protocol.api.ChainApi;
import io.cairn.protocol.api.MarketApi;
import io.cairn.protocol.api.MinerStateApi;
import io.cairn.protocol.api.MpoolApi;
import io.cairn.protocol.api.StateApi;
import io.cairn.protocol.api.WalletApi;

/** All that the chain serves of a full node's API. */
public final class FullNodeTable {

    private FullNodeTable() {
    }

    /** The methods over a chain. */
    public static MethodTable of(Chain chain) {
        StateHandlers state = new StateHandlers(chain);
        return Served.table(ChainApi.class, new ChainHandlers(chain))
                .overlaid(Served.table(StateApi.class, state))
                .overlaid(Served.table(MarketApi.class, state))
                .overlaid(Served.table(WalletApi.class, state))
                .overlaid(Served.table(MinerStateApi.class, new MinerHandlers(chain)))
                .overlaid(Served.table(MpoolApi.class, new MpoolHandlers(chain)));
    }
}

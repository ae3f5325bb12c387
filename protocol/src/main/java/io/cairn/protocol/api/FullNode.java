package io.cairn.protocol.api;

/**
 * A Filecoin full node as a storage provider sees it. Methods have Lotus' names with a small first letter and Lotus'
 * parameters in their order.
 *
 * <p>A future fails with {@link io.cairn.protocol.rpc.RpcException} when the node answers an error, and with
 * {@link io.cairn.protocol.rpc.ConnectionException} when it does not answer. Cancelling a future cancels the call.
 */
public interface FullNode extends ChainApi, SyncApi, MiningApi, MinerStateApi, StateApi, MarketApi, MpoolApi, WalletApi,
        NodeApi, AutoCloseable {

    /** Ends the connection, calls and subscriptions. */
    @Override
    void close();
}

package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.GasEstimates;
import io.cairn.devnet.mempool.Accounts;
import io.cairn.devnet.mempool.PoolRefusal;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.MessageSendSpec;
import io.cairn.protocol.api.MpoolConfig;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers for the pool and gas estimates. Names and parameters as in the API's declaration. */
public final class MpoolHandlers {

    private final Chain chain;
    private final GasEstimates gas;
    private final PushMessage sender;

    MpoolHandlers(Chain chain, WalletHandlers wallet) {
        this.chain = chain;
        this.gas = new GasEstimates(chain);
        this.sender = new PushMessage(chain, wallet);
    }

    public SignedMessage mpoolPushMessage(Message message, Optional<MessageSendSpec> spec) {
        return tried(() -> sender.push(message, spec));
    }

    /** Pushes one after the other; a refusal leaves those before it pushed. */
    public List<SignedMessage> mpoolBatchPushMessage(List<Message> messages, Optional<MessageSendSpec> spec) {
        return messages.stream().map(message -> mpoolPushMessage(message, spec)).toList();
    }

    public Cid mpoolPush(SignedMessage message) {
        try {
            return chain.push(message);
        } catch (PoolRefusal refusal) {
            throw RpcFailure.of(refusal.getMessage(), refusal);
        }
    }

    public Cid mpoolPushUntrusted(SignedMessage message) {
        return mpoolPush(message);
    }

    public Long mpoolGetNonce(Address sender) {
        Accounts.Account account = chain.accounts().find(sender).orElseThrow(RpcFailure::actorNotFound);
        return chain.pool().nextNonce(account);
    }

    public List<SignedMessage> mpoolPending(TipsetKey key) {
        return chain.pool().pending();
    }

    public MpoolConfig mpoolGetConfig() {
        return new MpoolConfig(List.of(), 30_000, 20_000, 1.25, Duration.ofMinutes(1), 1.25);
    }

    /** Fills gas limit (by a trial on the head, and a quarter more), premium and fee cap where they are zero, within the limit named. */
    public Message gasEstimateMessageGas(Message message, Optional<MessageSendSpec> spec, TipsetKey key) {
        return tried(() -> gas.filled(message, spec));
    }

    public Long gasEstimateGasLimit(Message message, TipsetKey key) {
        return tried(() -> gas.used(message));
    }

    private <T> T tried(Supplier<T> estimate) {
        try {
            return estimate.get();
        } catch (GasEstimates.FailedTrial failed) {
            throw RpcFailure.of(failed.getMessage(), failed);
        }
    }

    public TokenAmount gasEstimateGasPremium(long blocks, Address sender, long gasLimit, TipsetKey key) {
        return GasEstimates.PREMIUM;
    }

    /** What full tipsets could make of the head's base fee while the message waits for so many, and the premium. */
    public TokenAmount gasEstimateFeeCap(Message message, long maxQueueBlocks, TipsetKey key) {
        return gas.feeCap(message.gasPremium(), maxQueueBlocks);
    }
}

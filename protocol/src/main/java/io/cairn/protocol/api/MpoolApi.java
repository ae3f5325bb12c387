package io.cairn.protocol.api;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.rpc.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The message pool and gas. Source: lotus: api/api_full.go. */
public interface MpoolApi {

    /** Estimates gas, assigns the nonce, signs and pushes. The nonce must be 0; asking again with the same {@code MsgUuid} gives
     * the message sent before. */
    @Requires("sign")
    CompletableFuture<SignedMessage> mpoolPushMessage(Message message, Optional<MessageSendSpec> spec);

    /** As {@link #mpoolPushMessage} for several. */
    @Requires("sign")
    CompletableFuture<List<SignedMessage>> mpoolBatchPushMessage(
            List<Message> messages, Optional<MessageSendSpec> spec);

    /** Pushes a signed message. */
    @Requires("write")
    CompletableFuture<Cid> mpoolPush(SignedMessage message);

    /** Pushes a signed message of somebody else. */
    @Requires("write")
    CompletableFuture<Cid> mpoolPushUntrusted(SignedMessage message);

    /** The next nonce of a sender, the pool included. */
    CompletableFuture<Long> mpoolGetNonce(Address sender);

    /** All pending messages. */
    CompletableFuture<List<SignedMessage>> mpoolPending(TipsetKey key);

    /** Messages entering and leaving the pool. */
    Subscription mpoolSub(Consumer<MpoolUpdate> updates);

    /** The pool's settings. */
    CompletableFuture<MpoolConfig> mpoolGetConfig();

    /** The message with gas limit, premium and fee cap filled in. */
    CompletableFuture<Message> gasEstimateMessageGas(Message message, Optional<MessageSendSpec> spec, TipsetKey key);

    /** The gas that a message needs. */
    CompletableFuture<Long> gasEstimateGasLimit(Message message, TipsetKey key);

    /** The premium for being included within some blocks. */
    CompletableFuture<TokenAmount> gasEstimateGasPremium(long blocks, Address sender, long gasLimit, TipsetKey key);

    /** The fee cap that lasts for some blocks of rising base fees. */
    CompletableFuture<TokenAmount> gasEstimateFeeCap(Message message, long maxQueueBlocks, TipsetKey key);
}

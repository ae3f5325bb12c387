package io.cairn.devnet.api;

import io.cairn.devnet.chain.BaseFee;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.mempool.Accounts;
import io.cairn.devnet.mempool.PoolRefusal;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.GasPrices;
import io.cairn.devnet.vm.Vm;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.MessageSendSpec;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Answers for the pool and gas estimates. Names and parameters as in the API's declaration. */
public final class MpoolHandlers {

    private static final TokenAmount PREMIUM = TokenAmount.ofAtto(200_000);
    private static final int SIGNATURE_BYTES = 100;
    private static final BigInteger FEE_HEADROOM = BigInteger.valueOf(11);

    private final Chain chain;

    MpoolHandlers(Chain chain) {
        this.chain = chain;
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

    /** Fills gas limit (by a trial on the head, and a quarter more), premium and fee cap where they are zero. */
    public Message gasEstimateMessageGas(Message message, Optional<MessageSendSpec> spec, TipsetKey key) {
        long limit = message.gasLimit() > 0 ? message.gasLimit() : Math.min(GasPrices.BLOCK_LIMIT, gasEstimateGasLimit(message, key) * 5 / 4);
        TokenAmount premium = message.gasPremium().isPositive() ? message.gasPremium() : PREMIUM;
        TokenAmount cap = message.gasFeeCap().isPositive() ? message.gasFeeCap() : gasEstimateFeeCap(message.withGas(limit, message.gasFeeCap(), premium), 20, key);
        return message.withGas(limit, cap, premium.min(cap));
    }

    public Long gasEstimateGasLimit(Message message, TipsetKey key) {
        StateTree tree = chain.stateAfterHead();
        Accounts.Account sender = chain.accounts().find(message.from()).orElseThrow(RpcFailure::actorNotFound);
        Message trial = message.withNonce(sender.nonce()).withGas(GasPrices.BLOCK_LIMIT, TokenAmount.ZERO, TokenAmount.ZERO);
        Vm vm = chain.executor().machine(tree, chain.head(), chain.head().height() + 1);
        Vm.Applied applied = vm.apply(trial, message.toCbor().length + SIGNATURE_BYTES);
        if (applied.exitCode() != 0) {
            throw RpcFailure.of("message execution failed: exit " + applied.exitCode() + ", reason: " + applied.error());
        }
        return applied.gasUsed();
    }

    public TokenAmount gasEstimateGasPremium(long blocks, Address sender, long gasLimit, TipsetKey key) {
        return PREMIUM;
    }

    /** The head's base fee times eleven, what twenty full tipsets could make of it, and the premium. */
    public TokenAmount gasEstimateFeeCap(Message message, long maxQueueBlocks, TipsetKey key) {
        BigInteger fee = chain.head().minTicketBlock().parentBaseFee().atto().max(BaseFee.LEAST);
        return new TokenAmount(fee.multiply(FEE_HEADROOM).add(message.gasPremium().atto()));
    }
}

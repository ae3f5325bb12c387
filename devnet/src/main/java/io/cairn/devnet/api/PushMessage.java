package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.GasEstimates;
import io.cairn.devnet.mempool.Accounts;
import io.cairn.devnet.mempool.PoolRefusal;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.protocol.api.MessageSendSpec;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.Signatures;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages that the node prices, numbers, signs and pushes for their sender. A request of the same UUID gets the same message, as long as
 * the node runs.
 *
 * <p>Source: lotus, node/impl/full/mpool.go, chain/messagesigner/messagesigner.go.
 */
final class PushMessage {

    private static final UUID NONE = new UUID(0, 0);
    private static final int REMEMBERED = 10_000;

    private final Chain chain;
    private final WalletHandlers wallet;
    private final GasEstimates gas;
    private final Map<UUID, SignedMessage> sent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, SignedMessage> eldest) {
            return size() > REMEMBERED;
        }
    };

    PushMessage(Chain chain, WalletHandlers wallet) {
        this.chain = chain;
        this.wallet = wallet;
        this.gas = new GasEstimates(chain);
    }

    SignedMessage push(Message message, Optional<MessageSendSpec> spec) {
        if (message.nonce() != 0) {
            throw RpcFailure.of("MpoolPushMessage expects message nonce to be 0, was " + message.nonce());
        }
        synchronized (chain) {
            Optional<UUID> uuid = spec.map(MessageSendSpec::msgUuid).filter(id -> !NONE.equals(id));
            Optional<SignedMessage> before = uuid.map(sent::get);
            if (before.isPresent()) {
                return before.get();
            }
            SignedMessage signed = sign(message, spec);
            try {
                chain.push(signed);
            } catch (PoolRefusal refusal) {
                throw RpcFailure.of("mpool push: failed to push message: " + refusal.getMessage(), refusal);
            }
            uuid.ifPresent(id -> sent.put(id, signed));
            return signed;
        }
    }

    private SignedMessage sign(Message message, Optional<MessageSendSpec> spec) {
        var key = wallet.require(message.from());
        Accounts.Account sender = chain.accounts().find(key.address()).orElseThrow(RpcFailure::actorNotFound);
        Message priced = gas.filled(message.withFrom(key.address()), spec);
        BigInteger needed = priced.requiredFunds().plus(priced.value()).atto();
        if (sender.balance().compareTo(needed) < 0) {
            throw RpcFailure.of("mpool push: not enough funds: " + new TokenAmount(sender.balance()) + " < " + new TokenAmount(needed));
        }
        return Signatures.sign(key, priced.withNonce(chain.pool().nextNonce(sender)));
    }
}

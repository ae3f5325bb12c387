package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.mempool.Accounts;
import io.cairn.devnet.state.StateTree;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.Signatures;
import java.util.Optional;

/** Gives away the chain's own funds, by ordinary messages. */
final class Faucet {

    private static final long SEND = 0;

    private final Chain chain;
    private final MpoolHandlers pool;

    Faucet(Chain chain, MpoolHandlers pool) {
        this.chain = chain;
        this.pool = pool;
    }

    /** Whether the account has this much; if not, what it lacks is on its way, once. */
    synchronized boolean raise(Address account, TokenAmount least) {
        StateTree tree = chain.stateAfterHead();
        TokenAmount balance = chain.resolve(tree, account).map(id -> new TokenAmount(tree.get(id).balance())).orElse(TokenAmount.ZERO);
        if (balance.compareTo(least) >= 0) {
            return true;
        }
        PrivateKey key = chain.keys().faucet();
        boolean onItsWay = chain.pool().pending().stream().map(signed -> signed.message())
                .anyMatch(message -> message.from().equals(key.address()) && message.to().equals(account));
        if (!onItsWay) {
            send(key, Message.of(account, key.address(), least.minus(balance), SEND, new byte[0]));
        }
        return false;
    }

    private void send(PrivateKey key, Message message) {
        Accounts.Account faucet = chain.accounts().find(key.address()).orElseThrow();
        Message priced = pool.gasEstimateMessageGas(message, Optional.empty(), TipsetKey.EMPTY);
        chain.push(Signatures.sign(key, priced.withNonce(chain.pool().nextNonce(faucet))));
    }
}

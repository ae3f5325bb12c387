package io.cairn.actors.node;

import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.sender.Wallet;
import io.cairn.persistence.Blob;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.Signatures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keys that this process holds itself, and behind them those of the node's wallet, such as the keys of control addresses;
 * the node says which key address stands behind an id address.
 */
public final class KeyWallet implements Wallet {
    private final FullNode node;
    private final Map<Address, PrivateKey> keys;

    /** A wallet of some keys and of those that the node holds. */
    public KeyWallet(FullNode node, List<PrivateKey> keys) {
        this.node = node;
        this.keys = keys.stream().collect(Collectors.toUnmodifiableMap(PrivateKey::address, Function.identity()));
    }

    @Override
    public CompletionStage<Boolean> holds(String address) {
        return node.stateAccountKey(Address.parse(address), TipsetKey.EMPTY).thenCompose(key ->
                keys.containsKey(key) ? CompletableFuture.completedFuture(true) : node.walletHas(key));
    }

    @Override
    public CompletionStage<Signed> sign(Outbound outbound, Gas gas, long nonce) {
        return node.stateAccountKey(Address.parse(outbound.from()), TipsetKey.EMPTY).thenCompose(sender ->
                sign(NodeWallet.message(outbound).withFrom(sender).withNonce(nonce)
                        .withGas(gas.limit(), new TokenAmount(gas.feeCap()), new TokenAmount(gas.premium()))));
    }

    @Override
    public CompletionStage<Signed> again(Blob signed, Gas gas) {
        return sign(NodeWallet.repriced(signed, gas));
    }

    private CompletionStage<Signed> sign(Message message) {
        PrivateKey key = keys.get(message.from());
        return key == null ? node.walletSignMessage(message.from(), message).thenApply(NodeWallet::signed)
                : CompletableFuture.completedFuture(NodeWallet.signed(Signatures.sign(key, message)));
    }
}

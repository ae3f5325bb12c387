package io.cairn.actors.node;

import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.sender.Wallet;
import io.cairn.persistence.Blob;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import java.util.concurrent.CompletionStage;

/** The wallet of a full node, which holds the keys. */
public final class NodeWallet implements Wallet {
    private final FullNode node;

    /** The wallet of a node. */
    public NodeWallet(FullNode node) {
        this.node = node;
    }

    @Override
    public CompletionStage<Signed> sign(Outbound outbound, Gas gas, long nonce) {
        return node.stateAccountKey(Address.parse(outbound.from()), TipsetKey.EMPTY).thenCompose(sender -> {
            Message message = message(outbound).withFrom(sender).withNonce(nonce)
                    .withGas(gas.limit(), new TokenAmount(gas.feeCap()), new TokenAmount(gas.premium()));
            return node.walletSignMessage(sender, message);
        }).thenApply(NodeWallet::signed);
    }

    @Override
    public CompletionStage<Boolean> holds(String address) {
        return node.stateAccountKey(Address.parse(address), TipsetKey.EMPTY).thenCompose(node::walletHas);
    }

    @Override
    public CompletionStage<Signed> again(Blob signed, Gas gas) {
        Message message = repriced(signed, gas);
        return node.walletSignMessage(message.from(), message).thenApply(NodeWallet::signed);
    }

    static Message repriced(Blob signed, Gas gas) {
        return read(signed).message().withGas(gas.limit(), new TokenAmount(gas.feeCap()), new TokenAmount(gas.premium()));
    }

    static SignedMessage read(Blob signed) {
        CborReader reader = new CborReader(signed.toByteArray());
        SignedMessage message = SignedMessage.readFrom(reader);
        reader.end();
        return message;
    }

    static Signed signed(SignedMessage message) {
        return new Signed(message.cid().toString(), Blob.of(message.toCbor()));
    }

    static Message message(Outbound outbound) {
        return Message.of(Address.parse(outbound.to()), Address.parse(outbound.from()), TokenAmount.ofAtto(outbound.value()),
                outbound.method(), outbound.params().toByteArray());
    }
}

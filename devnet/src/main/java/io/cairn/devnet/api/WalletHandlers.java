package io.cairn.devnet.api;

import io.cairn.devnet.actor.Actors;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.devnet.state.StateTree;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.Signatures;
import java.util.Optional;
import java.util.stream.Stream;

/** The node's wallet: the keys that follow from the chain's seed. */
public final class WalletHandlers {

    private final Chain chain;

    WalletHandlers(Chain chain) {
        this.chain = chain;
    }

    private Optional<PrivateKey> find(Address address) {
        StateTree tree = chain.stateAfterHead();
        Address key = chain.resolve(tree, address).map(id -> Actors.INIT.keyOf(tree, id)).orElse(address);
        return Stream.<PrivateKey>of(chain.keys().owner(), chain.keys().client(), chain.keys().faucet())
                .filter(candidate -> candidate.address().equals(key)).findFirst();
    }

    public Boolean walletHas(Address address) {
        return find(address).isPresent();
    }

    public SignedMessage walletSignMessage(Address address, Message message) {
        PrivateKey key = find(address).orElseThrow(() -> RpcFailure.of("signing using key '" + address + "': key not found"));
        return Signatures.sign(key, message.withFrom(key.address()));
    }
}

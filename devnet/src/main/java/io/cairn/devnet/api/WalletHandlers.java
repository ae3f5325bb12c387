package io.cairn.devnet.api;

import io.cairn.devnet.actor.Actors;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.devnet.state.StateTree;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.KeyInfo;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.Signature;
import io.cairn.protocol.signature.SignatureType;
import io.cairn.protocol.signature.Signatures;
import java.util.List;
import java.util.Optional;

/** Answers of the node's wallet. Names and parameters as in the API's declaration. */
public final class WalletHandlers {

    private final Chain chain;
    private final Wallet wallet;

    WalletHandlers(Chain chain, Wallet wallet) {
        this.chain = chain;
        this.wallet = wallet;
    }

    private Optional<PrivateKey> find(Address address) {
        StateTree tree = chain.stateAfterHead();
        return wallet.find(chain.resolve(tree, address).map(id -> Actors.INIT.keyOf(tree, id)).orElse(address));
    }

    PrivateKey require(Address address) {
        return find(address).orElseThrow(() -> RpcFailure.of("signing using key '" + address + "': key not found"));
    }

    public Boolean walletHas(Address address) {
        return find(address).isPresent();
    }

    public Signature walletSign(Address address, ByteString bytes) {
        return require(address).sign(bytes.toArray());
    }

    public SignedMessage walletSignMessage(Address address, Message message) {
        PrivateKey key = require(address);
        return Signatures.sign(key, message.withFrom(key.address()));
    }

    public Boolean walletVerify(Address address, ByteString bytes, Signature signature) {
        return Signatures.verify(signature, address, bytes.toArray());
    }

    public Address walletNew(String keyType) {
        return wallet.add(PrivateKey.generate(type(keyType)));
    }

    public List<Address> walletList() {
        return wallet.addresses();
    }

    public Address walletDefaultAddress() {
        return wallet.addresses().getFirst();
    }

    public KeyInfo walletExport(Address address) {
        PrivateKey key = require(address);
        return new KeyInfo(key.type() == SignatureType.BLS ? "bls" : "secp256k1", ByteString.of(key.secret()));
    }

    public Address walletImport(KeyInfo key) {
        return wallet.add(PrivateKey.of(type(key.type()), key.privateKey().toArray()));
    }

    private static SignatureType type(String name) {
        return switch (name) {
            case "bls" -> SignatureType.BLS;
            case "secp256k1" -> SignatureType.SECP256K1;
            default -> throw RpcFailure.of("key type is '" + name + "', expected bls or secp256k1");
        };
    }
}

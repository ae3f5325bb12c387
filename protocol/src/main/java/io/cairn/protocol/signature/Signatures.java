package io.cairn.protocol.signature;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.Protocol;
import io.cairn.protocol.hash.Keccak;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import java.util.Arrays;
import java.util.List;

/** Verification of signatures against key addresses (lotus: lib/sigs). ID addresses must be resolved to key addresses before. */
public final class Signatures {

    private static final long ETHEREUM_NAMESPACE = 10;
    private static final int ETHEREUM_ADDRESS = 20;

    private Signatures() {
    }

    /** Whether {@code signature} is by the key of {@code signer} over {@code message}; an address of another kind never matches. */
    public static boolean verify(Signature signature, Address signer, byte[] message) {
        byte[] data = signature.data().toArray();
        return switch (signature.type()) {
            case SECP256K1 -> is(signer, Protocol.SECP256K1) && Secp256k1.recover(Secp256k1.digest(message), data)
                .filter(key -> Address.ofSecp256k1Key(key).equals(signer)).isPresent();
            case BLS -> is(signer, Protocol.BLS) && Bls.verify(signer.payload(), message, data);
            case DELEGATED -> is(signer, Protocol.DELEGATED) && Secp256k1.recover(Keccak.digest256(message), data)
                .filter(key -> ethereumAddress(key).equals(signer)).isPresent();
        };
    }

    /** Signs a message with its sender's key. */
    public static SignedMessage sign(PrivateKey key, Message message) {
        return new SignedMessage(message, key.sign(message.signingBytes()));
    }

    /** Whether a message is signed by {@code sender}, the key address behind its From; for secp256k1 and BLS messages. */
    public static boolean verify(SignedMessage signed, Address sender) {
        return signed.signature().type() != SignatureType.DELEGATED && verify(signed.signature(), sender, signed.message().signingBytes());
    }

    /** One BLS signature in place of many; of no signatures the point at infinity. */
    public static Signature aggregate(List<Signature> signatures) {
        List<byte[]> points = signatures.stream().map(signature -> {
            if (signature.type() != SignatureType.BLS) {
                throw new IllegalArgumentException("signature of type " + signature.type() + ", only BLS signatures aggregate");
            }
            return signature.data().toArray();
        }).toList();
        return Signature.of(SignatureType.BLS, Bls.aggregate(points));
    }

    /** Whether an aggregate covers each message under the BLS address of the same index. */
    public static boolean verifyAggregate(Signature aggregate, List<Address> signers, List<byte[]> messages) {
        return aggregate.type() == SignatureType.BLS
            && signers.stream().allMatch(signer -> is(signer, Protocol.BLS))
            && Bls.verifyAggregate(signers.stream().map(Address::payload).toList(), messages, aggregate.data().toArray());
    }

    private static boolean is(Address signer, Protocol protocol) {
        return signer.isDefined() && signer.protocol() == protocol;
    }

    private static Address ethereumAddress(byte[] publicKey) {
        byte[] digest = Keccak.digest256(Arrays.copyOfRange(publicKey, 1, publicKey.length));
        return Address.ofDelegated(ETHEREUM_NAMESPACE, Arrays.copyOfRange(digest, digest.length - ETHEREUM_ADDRESS, digest.length));
    }
}

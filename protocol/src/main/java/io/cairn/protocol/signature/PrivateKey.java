package io.cairn.protocol.signature;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;

/** A key that signs for one address. Its text form never shows the secret. */
public sealed interface PrivateKey permits Secp256k1Key, BlsKey {

    /** The kind of signatures it makes. */
    SignatureType type();

    /** The address it signs for. */
    Address address();

    /** 65 bytes uncompressed (secp256k1) or 48 bytes compressed (BLS). */
    ByteString publicKey();

    /** The secret, 32 bytes: big-endian (secp256k1) or little-endian (BLS), as key stores keep it. */
    byte[] secret();

    Signature sign(byte[] message);

    /** From the 32 bytes that {@link #secret()} gives; IllegalArgumentException when they are no key of the type. */
    static PrivateKey of(SignatureType type, byte[] secret) {
        return switch (type) {
            case SECP256K1 -> Secp256k1Key.of(secret);
            case BLS -> BlsKey.of(secret);
            case DELEGATED -> throw new IllegalArgumentException("delegated keys are held by Ethereum wallets");
        };
    }

    /** A new key from the system's random source. */
    static PrivateKey generate(SignatureType type) {
        return switch (type) {
            case SECP256K1 -> Secp256k1Key.generate();
            case BLS -> BlsKey.generate();
            case DELEGATED -> throw new IllegalArgumentException("delegated keys are held by Ethereum wallets");
        };
    }
}

package io.cairn.protocol.signature;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import java.math.BigInteger;
import java.security.SecureRandom;
import supranational.blst.P1;
import supranational.blst.P2;
import supranational.blst.SecretKey;

/** A BLS12-381 key with its public key in G1 and signatures in G2; a signature is a deterministic function of key and message. */
public final class BlsKey implements PrivateKey {

    private static final BigInteger ORDER = new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);
    private static final int SECRET_BYTES = 32;
    private static final int KEY_MATERIAL_BYTES = 32;

    private final SecretKey key;
    private final ByteString publicKey;

    private BlsKey(SecretKey key) {
        this.key = key;
        this.publicKey = ByteString.of(new P1(key).compress());
    }

    static BlsKey of(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("BLS key of " + secret.length + " bytes, expected " + SECRET_BYTES);
        }
        SecretKey key = new SecretKey();
        key.from_lendian(secret);
        BigInteger scalar = new BigInteger(1, key.to_bendian());
        if (scalar.signum() == 0 || scalar.compareTo(ORDER) >= 0) {
            throw new IllegalArgumentException("BLS key is zero or not below the group order");
        }
        return new BlsKey(key);
    }

    static BlsKey generate() {
        byte[] material = new byte[KEY_MATERIAL_BYTES];
        new SecureRandom().nextBytes(material);
        SecretKey key = new SecretKey();
        key.keygen(material);
        return new BlsKey(key);
    }

    @Override
    public SignatureType type() {
        return SignatureType.BLS;
    }

    @Override
    public Address address() {
        return Address.ofBlsKey(publicKey.toArray());
    }

    @Override
    public ByteString publicKey() {
        return publicKey;
    }

    @Override
    public byte[] secret() {
        return key.to_lendian();
    }

    @Override
    public Signature sign(byte[] message) {
        byte[] signature = new P2().hash_to(message, Bls.DOMAIN).sign_with(key).compress();
        return Signature.of(SignatureType.BLS, signature);
    }

    @Override
    public String toString() {
        return "BLS key of " + address();
    }
}

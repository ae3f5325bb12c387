package io.cairn.protocol.signature;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** A secp256k1 key: signs BLAKE2b-256 of the message, with the nonce derived from key and message (RFC 6979) and the lower s. */
public final class Secp256k1Key implements PrivateKey {

    private final BigInteger scalar;
    private final ByteString publicKey;

    private Secp256k1Key(BigInteger scalar) {
        this.scalar = scalar;
        this.publicKey = ByteString.of(new FixedPointCombMultiplier().multiply(Secp256k1.CURVE.getG(), scalar).getEncoded(false));
    }

    static Secp256k1Key of(byte[] secret) {
        BigInteger scalar = new BigInteger(1, secret);
        if (secret.length != Secp256k1.FIELD_BYTES || !Secp256k1.isScalar(scalar)) {
            throw new IllegalArgumentException("secp256k1 key of " + secret.length + " bytes, expected 32 that are a scalar of the curve");
        }
        return new Secp256k1Key(scalar);
    }

    static Secp256k1Key generate() {
        SecureRandom random = new SecureRandom();
        BigInteger scalar = BigInteger.ZERO;
        while (!Secp256k1.isScalar(scalar)) {
            scalar = new BigInteger(8 * Secp256k1.FIELD_BYTES, random);
        }
        return new Secp256k1Key(scalar);
    }

    @Override
    public SignatureType type() {
        return SignatureType.SECP256K1;
    }

    @Override
    public Address address() {
        return Address.ofSecp256k1Key(publicKey.toArray());
    }

    @Override
    public ByteString publicKey() {
        return publicKey;
    }

    @Override
    public byte[] secret() {
        return Secp256k1.fieldBytes(scalar);
    }

    @Override
    public Signature sign(byte[] message) {
        byte[] digest = Secp256k1.digest(message);
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(scalar, Secp256k1.CURVE));
        BigInteger[] rs = signer.generateSignature(digest);
        BigInteger order = Secp256k1.CURVE.getN();
        BigInteger s = rs[1].shiftLeft(1).compareTo(order) > 0 ? order.subtract(rs[1]) : rs[1];
        for (int recoveryId = 0; recoveryId < 4; recoveryId++) {
            byte[] signature = Secp256k1.join(rs[0], s, recoveryId);
            if (Secp256k1.recover(digest, signature).filter(key -> Arrays.equals(key, publicKey.toArray())).isPresent()) {
                return Signature.of(SignatureType.SECP256K1, signature);
            }
        }
        throw new IllegalStateException("no recovery id gives back the public key of " + address());
    }

    @Override
    public String toString() {
        return "secp256k1 key of " + address();
    }
}

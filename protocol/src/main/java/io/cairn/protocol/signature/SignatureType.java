package io.cairn.protocol.signature;

import io.cairn.protocol.cbor.WireEnum;

/** The kind of a signature; the number is its first byte on the wire (go-state-types: crypto/signature.go). */
public enum SignatureType implements WireEnum {
    SECP256K1(1),
    BLS(2),
    DELEGATED(3);

    private final int number;

    SignatureType(int number) {
        this.number = number;
    }

    public static SignatureType ofNumber(long number) {
        return WireEnum.ofNumber(SignatureType.class, number);
    }

    @Override
    public int number() {
        return number;
    }
}

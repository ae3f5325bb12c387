package io.cairn.protocol.address;

import io.cairn.protocol.address.AddressException.Reason;
import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.encoding.Varint;
import io.cairn.protocol.hash.Blake2b;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** An address of an actor (go-address: address.go). Immutable; equal when the binary forms are equal. */
public final class Address implements CborEncodable, Comparable<Address> {

    /** No address: the empty binary form. It cannot be encoded in CBOR. */
    public static final Address UNDEFINED = new Address(new byte[0]);

    static final int HASH_LENGTH = 20;
    static final int BLS_LENGTH = 48;
    static final int MAX_SUBADDRESS = 54;
    private static final int MAX_CBOR = 64;

    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /** From text of either network; {@code ""} and {@code <empty>} are {@link #UNDEFINED}. */
    public static Address parse(String text) {
        return AddressText.parse(text);
    }

    /** From the binary form; no bytes are {@link #UNDEFINED}. */
    public static Address ofBytes(byte[] binary) {
        if (binary.length == 0) {
            return UNDEFINED;
        }
        String shown = HexFormat.of().formatHex(binary);
        if (binary.length == 1) {
            throw new AddressException(Reason.INVALID_LENGTH, shown, "one byte, expected a protocol and a payload");
        }
        Protocol[] protocols = Protocol.values();
        int number = binary[0] & 0xff;
        if (number >= protocols.length) {
            throw new AddressException(Reason.UNKNOWN_PROTOCOL, shown, "protocol " + number + ", expected 0 to 4");
        }
        checkPayload(protocols[number], ByteBuffer.wrap(binary, 1, binary.length - 1), shown);
        return new Address(binary.clone());
    }

    /** The address of the actor with this id, 0 to 2^63-1. */
    public static Address ofId(long id) {
        return of(Protocol.ID, Varint.encode(id));
    }

    /** The address of an uncompressed secp256k1 public key of 65 bytes. */
    public static Address ofSecp256k1Key(byte[] publicKey) {
        return of(Protocol.SECP256K1, Blake2b.digest(HASH_LENGTH, publicKey));
    }

    /** The address of an actor created with this data. */
    public static Address ofActorData(byte[] creationData) {
        return of(Protocol.ACTOR, Blake2b.digest(HASH_LENGTH, creationData));
    }

    /** The address of a compressed BLS public key of 48 bytes. */
    public static Address ofBlsKey(byte[] publicKey) {
        return of(Protocol.BLS, publicKey);
    }

    /** A delegated address under the actor {@code namespace}. */
    public static Address ofDelegated(long namespace, byte[] subaddress) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        Varint.write(payload, namespace);
        payload.writeBytes(subaddress);
        return of(Protocol.DELEGATED, payload.toByteArray());
    }

    static Address of(Protocol protocol, byte[] payload) {
        byte[] binary = new byte[payload.length + 1];
        binary[0] = (byte) protocol.ordinal();
        System.arraycopy(payload, 0, binary, 1, payload.length);
        return ofBytes(binary);
    }

    /** Reads the CBOR form: a byte string of the binary form. */
    public static Address readFrom(CborReader reader) {
        byte[] binary = reader.bytes(MAX_CBOR);
        if (binary.length == 0) {
            throw new CborException("empty address, expected a defined one");
        }
        try {
            return ofBytes(binary);
        } catch (AddressException refused) {
            throw new CborException(refused.getMessage());
        }
    }

    @Override
    public void writeTo(CborWriter writer) {
        if (!isDefined()) {
            throw new CborException("the undefined address cannot be encoded");
        }
        writer.bytes(bytes);
    }

    public boolean isDefined() {
        return bytes.length > 0;
    }

    /** The binary form, a fresh copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The kind of address; IllegalStateException when undefined. */
    public Protocol protocol() {
        if (!isDefined()) {
            throw new IllegalStateException("the undefined address has no protocol");
        }
        return Protocol.values()[bytes[0]];
    }

    /** The binary form without the protocol byte, a fresh copy. */
    public byte[] payload() {
        return Arrays.copyOfRange(bytes, Math.min(1, bytes.length), bytes.length);
    }

    public boolean isId() {
        return isDefined() && protocol() == Protocol.ID;
    }

    /** The actor id of an ID address; IllegalStateException for any other. */
    public long id() {
        if (!isId()) {
            throw new IllegalStateException("address " + this + " is not an ID address");
        }
        return Varint.read(ByteBuffer.wrap(bytes, 1, bytes.length - 1));
    }

    /** Bytewise order of the binary form. */
    @Override
    public int compareTo(Address other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The text with the process's network letter. */
    @Override
    public String toString() {
        return toString(AddressNetwork.current());
    }

    /** The text with the letter of {@code network}. */
    public String toString(AddressNetwork network) {
        return AddressText.write(this, network);
    }

    private static void checkPayload(Protocol protocol, ByteBuffer payload, String shown) {
        int length = payload.remaining();
        switch (protocol) {
            case ID -> {
                readVarint(payload, shown);
                if (payload.hasRemaining()) {
                    throw new AddressException(Reason.INVALID_LENGTH, shown, payload.remaining() + " bytes after the id");
                }
            }
            case SECP256K1, ACTOR -> checkLength(length == HASH_LENGTH, length, "20", shown);
            case BLS -> checkLength(length == BLS_LENGTH, length, "48", shown);
            case DELEGATED -> {
                readVarint(payload, shown);
                checkLength(payload.remaining() <= MAX_SUBADDRESS, payload.remaining(), "at most 54 in the subaddress", shown);
            }
        }
    }

    private static void readVarint(ByteBuffer payload, String shown) {
        try {
            Varint.read(payload);
        } catch (IllegalArgumentException refused) {
            throw new AddressException(Reason.INVALID_PAYLOAD, shown, refused.getMessage());
        }
    }

    private static void checkLength(boolean right, int length, String expected, String shown) {
        if (!right) {
            throw new AddressException(Reason.INVALID_LENGTH, shown, "payload of " + length + " bytes, expected " + expected);
        }
    }
}

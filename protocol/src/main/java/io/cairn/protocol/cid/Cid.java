package io.cairn.protocol.cid;

import io.cairn.protocol.encoding.Base32;
import io.cairn.protocol.encoding.Varint;
import io.cairn.protocol.hash.Blake2b;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A content identifier of version 1: codec, hash function and digest (multiformats CID). Immutable. */
public final class Cid implements Comparable<Cid> {

    /** Codec of chain objects. */
    public static final long DAG_CBOR = 0x71;
    /** Codec of opaque blocks. */
    public static final long RAW = 0x55;
    /** Hash function of chain objects. */
    public static final long BLAKE2B_256 = 0xb220;

    private static final int MAX_LENGTH = 128;

    private final byte[] bytes;
    private final long codec;
    private final long hashFunction;
    private final int digestOffset;

    private Cid(byte[] bytes, long codec, long hashFunction, int digestOffset) {
        this.bytes = bytes;
        this.codec = codec;
        this.hashFunction = hashFunction;
        this.digestOffset = digestOffset;
    }

    /** From text: {@code b} and lower-case base 32. IllegalArgumentException when it is not a CID of version 1. */
    public static Cid parse(String text) {
        if (text.length() < 2 || text.charAt(0) != 'b') {
            throw new IllegalArgumentException("CID '" + text + "' does not start with the multibase letter b");
        }
        return ofBytes(Base32.decode(text.substring(1)));
    }

    /** From the binary form; refuses anything but one whole CID of version 1. */
    public static Cid ofBytes(byte[] binary) {
        if (binary.length > MAX_LENGTH) {
            throw new IllegalArgumentException("CID of " + binary.length + " bytes, at most " + MAX_LENGTH + " allowed");
        }
        ByteBuffer in = ByteBuffer.wrap(binary);
        long version = Varint.read(in);
        if (version != 1) {
            throw new IllegalArgumentException("CID version " + version + ", expected 1");
        }
        long codec = Varint.read(in);
        long hashFunction = Varint.read(in);
        long length = Varint.read(in);
        if (length != in.remaining()) {
            throw new IllegalArgumentException("CID digest of " + in.remaining() + " bytes, its head says " + length);
        }
        return new Cid(binary.clone(), codec, hashFunction, in.position());
    }

    /** The CIDs of a concatenation of binary CIDs. */
    public static List<Cid> ofConcatenation(byte[] binary) {
        ByteBuffer in = ByteBuffer.wrap(binary);
        List<Cid> cids = new ArrayList<>();
        while (in.hasRemaining()) {
            int start = in.position();
            for (int field = 0; field < 3; field++) {
                Varint.read(in);
            }
            long length = Varint.read(in);
            if (length > in.remaining()) {
                throw new IllegalArgumentException("CID digest of " + length + " bytes, " + in.remaining() + " are left");
            }
            in.position(in.position() + (int) length);
            cids.add(ofBytes(Arrays.copyOfRange(binary, start, in.position())));
        }
        return cids;
    }

    /** From its parts. */
    public static Cid of(long codec, long hashFunction, byte[] digest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Varint.write(out, 1);
        Varint.write(out, codec);
        Varint.write(out, hashFunction);
        Varint.write(out, digest.length);
        int offset = out.size();
        out.writeBytes(digest);
        return new Cid(out.toByteArray(), codec, hashFunction, offset);
    }

    /** The identifier of an encoded chain object: dag-cbor under BLAKE2b-256. */
    public static Cid ofDagCbor(byte[] encoded) {
        return of(DAG_CBOR, BLAKE2B_256, Blake2b.digest256(encoded));
    }

    /** The identifier of an opaque block under BLAKE2b-256, such as an actor's code. */
    public static Cid ofRaw(byte[] block) {
        return of(RAW, BLAKE2B_256, Blake2b.digest256(block));
    }

    /** The binary form, a fresh copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public long codec() {
        return codec;
    }

    public long hashFunction() {
        return hashFunction;
    }

    /** The digest, a fresh copy. */
    public byte[] digest() {
        return Arrays.copyOfRange(bytes, digestOffset, bytes.length);
    }

    /** Bytewise order of the binary form. */
    @Override
    public int compareTo(Cid other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cid that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The text form: {@code b} and lower-case base 32. */
    @Override
    public String toString() {
        return "b" + Base32.encode(bytes);
    }
}

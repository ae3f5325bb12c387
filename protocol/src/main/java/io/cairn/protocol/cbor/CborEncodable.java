package io.cairn.protocol.cbor;

/** A value with one canonical dag-cbor encoding. */
public interface CborEncodable {

    /** Appends the encoding. */
    void writeTo(CborWriter writer);

    /** The encoding as a fresh array. */
    default byte[] toCbor() {
        CborWriter writer = new CborWriter();
        writeTo(writer);
        return writer.toByteArray();
    }
}

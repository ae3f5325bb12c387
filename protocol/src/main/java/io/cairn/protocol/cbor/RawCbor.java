package io.cairn.protocol.cbor;

/** One encoded value of any shape, carried as its bytes. */
public record RawCbor(ByteString encoded) implements CborEncodable {

    public static RawCbor of(byte[] encoded) {
        return new RawCbor(ByteString.of(encoded));
    }

    public static RawCbor readFrom(CborReader reader) {
        return of(reader.raw());
    }

    @Override
    public void writeTo(CborWriter writer) {
        writer.raw(encoded.toArray());
    }
}

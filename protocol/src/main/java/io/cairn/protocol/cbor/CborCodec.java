package io.cairn.protocol.cbor;

/**
 * Reads and writes values of one type that has a CBOR form: what {@link CborTuple} allows as a component, or
 * {@link CborEncodable} with a static {@code readFrom}. A Long is signed.
 */
public final class CborCodec<T> {

    private final Class<T> type;
    private final ValueCodec codec;

    private CborCodec(Class<T> type) {
        this.type = type;
        this.codec = ValueCodec.of(type);
    }

    /** The codec of {@code type}; IllegalArgumentException when it has no CBOR form. */
    public static <T> CborCodec<T> of(Class<T> type) {
        return new CborCodec<>(type);
    }

    /** Reads a value from the reader's position. */
    public T read(CborReader reader) {
        return type.cast(codec.read(reader));
    }

    /** Reads one value and refuses trailing bytes. */
    public T decode(byte[] encoded) {
        return CborReader.readAll(encoded, this::read);
    }

    public void write(CborWriter writer, T value) {
        codec.write(writer, value);
    }

    public byte[] encode(T value) {
        CborWriter writer = new CborWriter();
        write(writer, value);
        return writer.toByteArray();
    }
}

package io.cairn.protocol.cbor;

/**
 * A record whose encoding is the definite array of its components in their order, as all chain objects are. Components may be
 * numbers (see {@link Unsigned}), booleans, texts, {@link ByteString}, BigInteger, CIDs, {@link WireEnum} constants, other
 * encodable values with a static {@code readFrom(CborReader)}, and Lists (arrays) or Optionals (null when empty) of these.
 */
public interface CborTuple extends CborEncodable {

    @Override
    default void writeTo(CborWriter writer) {
        TupleCodec.of(getClass()).write(writer, this);
    }

    /** Reads a record of type {@code T}; a CborException names the field that is not as expected. */
    static <T extends Record & CborTuple> T read(Class<T> type, CborReader reader) {
        return type.cast(TupleCodec.of(type).read(reader));
    }
}

package io.cairn.protocol.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.WireEnum;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** How single values of the protocol are written in a node's JSON. */
final class LotusTypes {

    private LotusTypes() {
    }

    static SimpleModule module() {
        var module = new SimpleModule("lotus");
        add(module, Address.class, Writer.text(Address::toString), text -> Address.parse(text));
        add(module, BigInteger.class, Writer.text(BigInteger::toString), BigInteger::new);
        add(module, TokenAmount.class, Writer.text(amount -> amount.atto().toString()), TokenAmount::ofAtto);
        module.addSerializer(ByteString.class, serializer(ByteString.class, LotusTypes::writeBytes));
        module.addDeserializer(ByteString.class, new BytesReader());
        module.addSerializer(Cid.class, serializer(Cid.class, LotusTypes::writeCid));
        module.addDeserializer(Cid.class, deserializer(Cid.class, LotusTypes::readCid));
        module.addSerializer(TipsetKey.class, serializer(TipsetKey.class, LotusTypes::writeKey));
        module.addDeserializer(TipsetKey.class, new KeyReader());
        module.addSerializer(BitField.class, serializer(BitField.class, LotusTypes::writeBitField));
        module.addDeserializer(BitField.class, deserializer(BitField.class, LotusTypes::readBitField));
        module.addSerializer(Duration.class,
                serializer(Duration.class, (value, generator) -> generator.writeNumber(value.toNanos())));
        module.addDeserializer(Duration.class,
                deserializer(Duration.class, parser -> Duration.ofNanos(parser.getLongValue())));
        module.addSerializer(WireEnum.class,
                serializer(WireEnum.class, (value, generator) -> generator.writeNumber(value.number())));
        module.addSerializer(Message.class, serializer(Message.class, LotusTypes::writeMessage));
        module.addSerializer(SignedMessage.class, serializer(SignedMessage.class, LotusTypes::writeSigned));
        module.setDeserializerModifier(new WireEnums());
        return module;
    }

    /** Writes a value. */
    @FunctionalInterface
    private interface Writer<T> {
        void write(T value, JsonGenerator generator) throws IOException;

        static <T> Writer<T> text(Function<T, String> text) {
            return (value, generator) -> generator.writeString(text.apply(value));
        }
    }

    /** Reads a value from the current token. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonParser parser) throws IOException;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Writer<T> writer,
                                Function<String, T> reader) {
        module.addSerializer(type, serializer(type, writer));
        module.addDeserializer(type, deserializer(type, parser -> {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new IllegalArgumentException("json: cannot unmarshal " + kind(parser)
                        + " into Go value of type string");
            }
            return reader.apply(parser.getText());
        }));
    }

    private static <T> JsonSerializer<T> serializer(Class<T> type, Writer<T> writer) {
        return new StdSerializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
                writer.write(value, generator);
            }
        };
    }

    private static <T> JsonDeserializer<T> deserializer(Class<T> type, Reader<T> reader) {
        return new ValueReader<>(type, reader);
    }

    /** Turns the protocol types' refusals into Jackson's, with the place in the document. */
    private static class ValueReader<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Reader<T> reader;

        ValueReader(Class<T> type, Reader<T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return reader.read(parser);
            } catch (RuntimeException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }

    private static final class BytesReader extends ValueReader<ByteString> {
        private static final long serialVersionUID = 1L;

        BytesReader() {
            super(ByteString.class, parser -> {
                if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                    throw new IllegalArgumentException("expected base64 text, found " + kind(parser));
                }
                return ByteString.ofBase64(parser.getText());
            });
        }

        @Override
        public ByteString getNullValue(DeserializationContext context) {
            return ByteString.EMPTY;
        }
    }

    private static final class KeyReader extends ValueReader<TipsetKey> {
        private static final long serialVersionUID = 1L;

        KeyReader() {
            super(TipsetKey.class, parser -> {
                if (!parser.hasToken(JsonToken.START_ARRAY)) {
                    throw new IllegalArgumentException("json: cannot unmarshal " + kind(parser)
                            + " into Go value of type []cid.Cid");
                }
                return new TipsetKey(List.of(parser.readValueAs(Cid[].class)));
            });
        }

        @Override
        public TipsetKey getNullValue(DeserializationContext context) {
            return TipsetKey.EMPTY;
        }
    }

    /** Reads enums that travel as numbers. */
    private static final class WireEnums extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type,
                                                          BeanDescription description,
                                                          JsonDeserializer<?> deserializer) {
            return WireEnum.class.isAssignableFrom(type.getRawClass()) ? byNumber(type.getRawClass()) : deserializer;
        }

        private static JsonDeserializer<Object> byNumber(Class<?> type) {
            return deserializer(Object.class, parser -> {
                long number = parser.getLongValue();
                return Arrays.stream(type.getEnumConstants())
                        .filter(constant -> ((WireEnum) constant).number() == number)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                type.getSimpleName() + " has no number " + number));
            });
        }
    }

    /** Go writes a nil slice as null, and the chain's own empty byte strings are nil slices. */
    private static void writeBytes(ByteString value, JsonGenerator generator) throws IOException {
        if (value.isEmpty()) {
            generator.writeNull();
        } else {
            generator.writeString(value.toBase64());
        }
    }

    private static void writeCid(Cid value, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("/", value.toString());
        generator.writeEndObject();
    }

    private static Cid readCid(JsonParser parser) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw new IllegalArgumentException("invalid cid: json: cannot unmarshal " + kind(parser)
                    + " into Go value of type struct { CidTarget string \"json:\\\"/\\\"\" }");
        }
        String text = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("/")) {
                text = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        if (text == null) {
            throw new IllegalArgumentException("invalid cid: incorrectly formatted link json: member \"/\" is missing");
        }
        try {
            return Cid.parse(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("invalid cid: " + e.getMessage(), e);
        }
    }

    private static void writeKey(TipsetKey value, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (Cid cid : value.cids()) {
            writeCid(cid, generator);
        }
        generator.writeEndArray();
    }

    private static void writeBitField(BitField value, JsonGenerator generator) throws IOException {
        long[] runs = value.runs();
        generator.writeArray(runs, 0, runs.length);
    }

    private static BitField readBitField(JsonParser parser) throws IOException {
        return BitField.ofRuns(parser.readValueAs(long[].class));
    }

    private static void writeMessage(Message value, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeNumberField("Version", value.version());
        generator.writePOJOField("To", value.to());
        generator.writePOJOField("From", value.from());
        writeUnsigned("Nonce", value.nonce(), generator);
        generator.writePOJOField("Value", value.value());
        generator.writeNumberField("GasLimit", value.gasLimit());
        generator.writePOJOField("GasFeeCap", value.gasFeeCap());
        generator.writePOJOField("GasPremium", value.gasPremium());
        writeUnsigned("Method", value.method(), generator);
        generator.writePOJOField("Params", value.params());
        if (value.to().isDefined() && value.from().isDefined()) {
            generator.writePOJOField("CID", value.cid());
        }
        generator.writeEndObject();
    }

    private static void writeSigned(SignedMessage value, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writePOJOField("Message", value.message());
        generator.writePOJOField("Signature", value.signature());
        generator.writePOJOField("CID", value.cid());
        generator.writeEndObject();
    }

    private static void writeUnsigned(String name, long value, JsonGenerator generator) throws IOException {
        generator.writeFieldName(name);
        generator.writeNumber(Long.toUnsignedString(value));
    }

    /** The JSON type of the current token in Go's words. */
    private static String kind(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_ARRAY -> "array";
            case START_OBJECT -> "object";
            case VALUE_STRING -> "string";
            case VALUE_TRUE, VALUE_FALSE -> "bool";
            case VALUE_NULL -> "null";
            default -> "number";
        };
    }
}

package io.cairn.persistence;

import akka.serialization.SerializerWithStringManifest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes events and states as CBOR maps of their fields, with the stored name of the type as the manifest.
 *
 * <p>Unknown fields are skipped when reading, so a journal written by a newer release stays readable after a rollback.
 */
public final class JournalSerializer extends SerializerWithStringManifest {
    private static final int IDENTIFIER = 7_310_001;
    private static final ObjectMapper MAPPER = CBORMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object object) {
        return JournalTypes.nameOf(object.getClass());
    }

    @Override
    public byte[] toBinary(Object object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (IOException e) {
            throw new UncheckedIOException(manifest(object) + " cannot be written to the journal", e);
        }
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) {
        try {
            return MAPPER.readValue(bytes, JournalTypes.named(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(manifest + " cannot be read from the journal", e);
        }
    }
}

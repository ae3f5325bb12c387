package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.conformance.Verdicts;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.StreamSupport;

/** One case of a known-answer file while it is judged: compares fields, keeps the first that differs, reports when closed. */
final class Case implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    private final String name;
    private final Verdicts verdicts;
    private boolean differs;

    Case(String name, Verdicts verdicts) {
        this.name = name;
        this.verdicts = verdicts;
    }

    /** The hex string of a field, as bytes. */
    static byte[] bytes(JsonNode object, String field) {
        return HEX.parseHex(object.get(field).textValue());
    }

    void equal(JsonNode object, String field, byte[] actual) {
        equal(field, object.get(field), actual);
    }

    void equal(JsonNode object, String field, long... actual) {
        equal(field, object.get(field), actual);
    }

    void equal(String field, JsonNode expected, byte[] actual) {
        equal(field, expected.textValue(), HEX.formatHex(actual));
    }

    void equal(String field, JsonNode expected, long... actual) {
        long[] stated = expected.isArray()
                ? StreamSupport.stream(expected.spliterator(), false).mapToLong(JsonNode::longValue).toArray()
                : new long[] {expected.longValue()};
        equal(field, Arrays.toString(stated), Arrays.toString(actual));
    }

    void equal(String field, String expected, String actual) {
        if (!differs && !expected.equals(actual)) {
            differs = true;
            verdicts.differs(name, field, expected, actual);
        }
    }

    /** Reports that the case agreed, unless it was reported to differ. */
    @Override
    public void close() {
        if (!differs) {
            verdicts.passed(name);
        }
    }
}

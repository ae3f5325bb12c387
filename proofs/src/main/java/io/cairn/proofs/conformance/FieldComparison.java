package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.conformance.Verdicts;

/** Compares the fields of one case and reports the first that differs, or that none does. */
final class FieldComparison {

    private final String caseName;
    private final Verdicts verdicts;
    private boolean differs;

    FieldComparison(String caseName, Verdicts verdicts) {
        this.caseName = caseName;
        this.verdicts = verdicts;
    }

    /** Compares a field of the case's object, as printed. */
    void field(String field, JsonNode expected, Object actual) {
        value(field, expected.path(field).asText("absent"), actual.toString());
    }

    void value(String field, String expected, String actual) {
        if (!differs && !expected.equals(actual)) {
            differs = true;
            verdicts.differs(caseName, field, expected, actual);
        }
    }

    /** Reports the case as passed unless a field differed. */
    void conclude() {
        if (!differs) {
            verdicts.passed(caseName);
        }
    }
}

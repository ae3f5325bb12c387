package io.cairn.devnet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.conformance.Verdicts;

/** Compares the stated fields of one case with computed ones and reports the first difference. */
final class CaseOutcome {

    private final String caseName;
    private final Verdicts verdicts;
    private boolean settled;

    CaseOutcome(String caseName, Verdicts verdicts) {
        this.caseName = caseName;
        this.verdicts = verdicts;
    }

    CaseOutcome expect(String field, JsonNode stated, Object computed) {
        if (!settled && !stated.isMissingNode() && !stated.asText().equals(String.valueOf(computed))) {
            settled = true;
            verdicts.differs(caseName, field, stated.asText(), String.valueOf(computed));
        }
        return this;
    }

    /** As {@link #expect}, for what the file states in another form than a single value. */
    CaseOutcome expectText(String field, String stated, String computed) {
        if (!settled && !stated.equals(computed)) {
            settled = true;
            verdicts.differs(caseName, field, stated, computed);
        }
        return this;
    }

    void skip(String reason) {
        settled = true;
        verdicts.skipped(caseName, reason);
    }

    void close() {
        if (!settled) {
            verdicts.passed(caseName);
        }
    }
}

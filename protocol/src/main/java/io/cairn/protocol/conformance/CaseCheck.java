package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.function.Consumer;

/** Compares what a case states with what was computed, and reports the first difference. */
public final class CaseCheck {

    private CaseCheck() {
    }

    /** Judges one case: passed when {@code comparisons} finds no difference and throws nothing. */
    public static void judge(Verdicts verdicts, String caseName, Consumer<CaseCheck> comparisons) {
        try {
            comparisons.accept(new CaseCheck());
            verdicts.passed(caseName);
        } catch (Difference difference) {
            verdicts.differs(caseName, difference.field, difference.expected, difference.actual);
        } catch (RuntimeException thrown) {
            verdicts.differs(caseName, "outcome", "a value", thrown.toString());
        }
    }

    /** Compares by the printed forms. */
    public void same(String field, Object expected, Object actual) {
        String stated = Objects.toString(expected);
        String computed = Objects.toString(actual);
        if (!stated.equals(computed)) {
            throw new Difference(field, stated, computed);
        }
    }

    /** Compares with a member of the case, if the case has it. */
    public void sameAs(JsonNode known, String member, Object actual) {
        if (known.hasNonNull(member)) {
            same(member, known.get(member).asText(), actual);
        }
    }

    /** Expects an action to succeed or to be refused with an exception of the given type. */
    public void accepted(String field, boolean expected, Class<? extends RuntimeException> refusal, Runnable action) {
        boolean done = true;
        try {
            action.run();
        } catch (RuntimeException refused) {
            if (!refusal.isInstance(refused)) {
                throw refused;
            }
            done = false;
        }
        same(field, expected ? "accepted" : "refused", done ? "accepted" : "refused");
    }

    /** The first field that differs. */
    private static final class Difference extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final String expected;
        private final String actual;

        Difference(String field, String expected, String actual) {
            super(field, null, false, false);
            this.field = field;
            this.expected = expected;
            this.actual = actual;
        }
    }
}

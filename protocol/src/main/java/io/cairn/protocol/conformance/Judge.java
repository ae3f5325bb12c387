package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** Judges Cairn by one kind of known-answer file: recomputes every field that the file states and reports each case. */
public interface Judge {

    /** Whether this judge knows the file, by its name (such as {@code reference-seal-2kib.json}) or its form. */
    boolean knows(String fileName, JsonNode file);

    /** Recomputes every case of the file; a case that cannot be judged is reported as skipped with the reason. */
    void judge(String fileName, JsonNode file, Verdicts verdicts);
}

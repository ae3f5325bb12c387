package io.cairn.protocol.conformance;

/** Receives the outcome of each case of a known-answer file. */
public interface Verdicts {

    /** The case agreed in every field. */
    void passed(String caseName);

    /** The case differs; {@code field} is the first field that does. Values as they would be printed. */
    void differs(String caseName, String field, String expected, String actual);

    /** The case was not judged. */
    void skipped(String caseName, String reason);
}

package io.cairn.proofs.circuit;

import io.cairn.protocol.conformance.Verdicts;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a judge reports. */
final class Recorded implements Verdicts {

    final List<String> passed = new ArrayList<>();
    final List<String> differences = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();

    @Override
    public void passed(String caseName) {
        passed.add(caseName);
    }

    @Override
    public void differs(String caseName, String field, String expected, String actual) {
        differences.add(caseName + ": " + field + " expected " + expected + ", actual " + actual);
    }

    @Override
    public void skipped(String caseName, String reason) {
        skipped.add(caseName + ": " + reason);
    }
}

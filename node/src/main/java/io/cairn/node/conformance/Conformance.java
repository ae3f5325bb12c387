package io.cairn.node.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Judges Cairn by a folder of known-answer files: a line a case, and a sum at the end. */
public final class Conformance {

    /** Known answers hold whole caches as text; more than this is not one of them. */
    private static final int LONGEST_TEXT = 256 << 20;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
            .build());

    private final List<Judge> judges;
    private final PrintWriter out;

    /** All judges of the modules on the class path, reporting to {@code out}. */
    public Conformance(PrintWriter out) {
        this(ServiceLoader.load(Judge.class).stream().map(ServiceLoader.Provider::get).toList(), out);
    }

    Conformance(List<Judge> judges, PrintWriter out) {
        this.judges = judges;
        this.out = out;
    }

    /**
     * Judges every {@code .json} file of the folder, or the one file.
     *
     * @return how many cases passed, differed and were skipped
     * @throws IOException when the folder or a file cannot be read
     */
    public Sum judge(Path folderOrFile) throws IOException {
        Tally tally = new Tally(out);
        for (Path file : files(folderOrFile)) {
            tally.file = file.getFileName().toString();
            judgeFile(file, tally);
        }
        out.println(tally.sum());
        out.flush();
        return tally.sum();
    }

    private static List<Path> files(Path folderOrFile) throws IOException {
        if (Files.isRegularFile(folderOrFile)) {
            return List.of(folderOrFile);
        }
        try (Stream<Path> entries = Files.list(folderOrFile)) {
            return entries.filter(path -> path.toString().endsWith(".json")).sorted().toList();
        }
    }

    private void judgeFile(Path path, Tally tally) {
        String name = path.getFileName().toString();
        JsonNode file;
        try {
            file = JSON.readTree(path.toFile());
        } catch (IOException e) {
            tally.differs(name, "file", "readable JSON", String.valueOf(e.getMessage()));
            return;
        }
        List<Judge> knowing = judges.stream().filter(judge -> judge.knows(name, file)).toList();
        if (knowing.isEmpty()) {
            tally.skipped(name, "no part of Cairn knows this kind of file");
        }
        for (Judge judge : knowing) {
            try {
                judge.judge(name, file, tally);
            } catch (RuntimeException e) {
                tally.differs(name, judge.getClass().getSimpleName(), "a verdict", e.toString());
            }
        }
    }

    /** How many cases passed, differed, were skipped. */
    public record Sum(int passed, int failed, int skipped) {

        @Override
        public String toString() {
            return passed + " passed, " + failed + " failed, " + skipped + " skipped";
        }
    }

    private static final class Tally implements Verdicts {

        private final PrintWriter out;
        private String file = "";
        private int passed;
        private int failed;
        private int skipped;

        Tally(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void passed(String caseName) {
            passed++;
            out.println("PASS " + file + " " + caseName);
        }

        @Override
        public void differs(String caseName, String field, String expected, String actual) {
            failed++;
            out.println("FAIL " + file + " " + caseName + ": " + field + " is " + actual + ", expected " + expected);
        }

        @Override
        public void skipped(String caseName, String reason) {
            skipped++;
            out.println("SKIP " + file + " " + caseName + ": " + reason);
        }

        Sum sum() {
            return new Sum(passed, failed, skipped);
        }
    }
}

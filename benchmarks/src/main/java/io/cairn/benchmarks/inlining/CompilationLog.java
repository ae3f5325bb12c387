package io.cairn.benchmarks.inlining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file that HotSpot writes with {@code -XX:+LogCompilation}: one element on each line, in which the compilations follow each other. */
final class CompilationLog {

    /** Where the kernels are. */
    static final String OWN = "io.cairn.proofs.";

    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z_0-9]+)='([^']*)'");

    private CompilationLog() {
    }

    /**
     * The compilations of this project's methods by the second compiler, in order.
     *
     * @throws IOException if the file cannot be read
     */
    static List<Compilation> read(Path file) throws IOException {
        List<Compilation> found = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            CompilationReader[] open = new CompilationReader[1];
            lines.forEach(line -> {
                if (line.startsWith("<task ")) {
                    boolean second = attribute(line, "level").isEmpty();
                    open[0] = second && attribute(line, "method").startsWith(OWN) ? new CompilationReader(line) : null;
                } else if (line.startsWith("</task>") && open[0] != null) {
                    found.add(open[0].finish());
                    open[0] = null;
                } else if (open[0] != null) {
                    open[0].read(line);
                }
            });
        }
        return found;
    }

    /** The value of an element's attribute; empty if it has none. */
    static String attribute(String line, String name) {
        Matcher matcher = ATTRIBUTE.matcher(line);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2).replace("&lt;", "<").replace("&gt;", ">").replace("&apos;", "'").replace("&amp;", "&");
            }
        }
        return "";
    }
}

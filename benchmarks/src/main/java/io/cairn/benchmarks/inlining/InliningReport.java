package io.cairn.benchmarks.inlining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prints which calls the second compiler left in this project's methods when it last compiled them, and which methods it gave up. Calls that a list explains are
 * only counted; ends with 1 if there are others, or if a vector crosses one of them.
 */
public final class InliningReport {

    private static final String STALE = "stale task";
    /** What sets the kernels to work is none itself. */
    private static final String TRIALS = "Trial";

    private InliningReport() {
    }

    /**
     * Takes HotSpot's file and the list: on each line a callee, as printed, and why it is no loss that it is called. {@code Name.*} is all that begins so; the
     * first line that fits counts. # begins a remark.
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, Compilation> last = new TreeMap<>();
        for (Compilation compilation : CompilationLog.read(Path.of(arguments[0]))) {
            keepLast(last, compilation);
        }
        Map<String, String> explained = explained(Path.of(arguments[1]));
        boolean good = print(last.values(), explained);
        System.exit(good ? 0 : 1);
    }

    private static Map<String, String> explained(Path file) throws IOException {
        Map<String, String> out = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\\s+", 2);
                out.put(parts[0], parts[1]);
            }
        }
        return out;
    }

    /** A loop that was compiled while it ran counts until its method is compiled as a whole; what was given up counts if nothing came after it. */
    private static void keepLast(Map<String, Compilation> last, Compilation next) {
        Compilation known = last.get(next.identity());
        boolean whole = known != null && !known.onStack() && known.failure().isEmpty();
        if (!next.method().contains(TRIALS) && !next.failure().equals(STALE) && !(whole && next.onStack())) {
            last.put(next.identity(), next);
        }
    }

    private static boolean print(Collection<Compilation> compilations, Map<String, String> explained) {
        Map<String, List<String>> crossings = new TreeMap<>();
        Map<String, List<String>> others = new TreeMap<>();
        Map<String, Integer> places = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (Compilation compilation : compilations) {
            if (!compilation.failure().isEmpty()) {
                failures.add(compilation.method() + ": " + compilation.failure());
            }
            for (LeftCall call : compilation.calls()) {
                if (call.isCold() || call.caller().contains(TRIALS)) {
                    continue;
                }
                Optional<String> explanation = explained.keySet().stream().filter(known -> fits(known, call.callee())).findFirst();
                if (!call.vectors() && explanation.isPresent()) {
                    places.merge(explanation.get(), 1, Integer::sum);
                } else {
                    (call.vectors() ? crossings : others).computeIfAbsent(call.callee() + ", " + call.bytes() + " bytes, " + call.reason(), key -> new ArrayList<>())
                            .add(String.format(Locale.ROOT, "%s, %.2f times a run of %s", call.caller(), call.frequency(), compilation.method()));
                }
            }
        }
        System.out.println(compilations.size() + " methods compiled");
        System.out.println("Given up: " + (failures.isEmpty() ? "none" : failures));
        list("Calls that a vector crosses", crossings);
        list("Other calls, not explained", others);
        System.out.println("Calls that are explained: " + (places.isEmpty() ? "none" : ""));
        places.forEach((callee, count) -> System.out.printf("  %s, at %d places: %s%n", callee, count, explained.get(callee)));
        return failures.isEmpty() && crossings.isEmpty() && others.isEmpty();
    }

    private static boolean fits(String known, String callee) {
        return known.endsWith("*") ? callee.startsWith(known.substring(0, known.length() - 1)) : callee.equals(known);
    }

    private static void list(String title, Map<String, List<String>> calls) {
        System.out.println(title + ": " + (calls.isEmpty() ? "none" : calls.size()));
        calls.forEach((callee, where) -> {
            System.out.println("  " + callee);
            where.forEach(place -> System.out.println("    in " + place));
        });
    }
}

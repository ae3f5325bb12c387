package io.cairn.it;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code cairn} command as a process of its own, with what it prints kept in {@code target/processes}. */
final class CairnProcess implements AutoCloseable {

    /** Where Linux tells which signals a process ignores, a bit each from 1 on. */
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int INTERRUPT = 2;
    private static final Path LOGS = Path.of("target", "processes");
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final String name;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private CairnProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.reader = Thread.ofVirtual().name("reads " + name).start(() -> read(log));
    }

    /**
     * Starts {@code cairn ARGUMENTS} with the tests' class path.
     *
     * @param name names its log
     * @param environment variables above those of this process, whose own settings of Cairn are not passed on
     */
    static CairnProcess start(String name, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "--add-modules",
                "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=logback.xml", "-Dcairn.root=" + Path.of("target").toAbsolutePath(), "-cp", System.getProperty("java.class.path"),
                "io.cairn.node.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(key ->
                key.startsWith("CAIRN_") || key.equals("FULLNODE_API_INFO") || key.equals("FIL_PROOFS_PARAMETER_CACHE"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new CairnProcess(name, process, freshLog(name));
    }

    private static Path freshLog(String name) throws IOException {
        Files.createDirectories(LOGS);
        for (int i = 1; ; i++) {
            Path log = LOGS.resolve(name + "-" + i + ".log");
            if (!Files.exists(log)) {
                return log;
            }
        }
    }

    private void read(Path log) {
        try (BufferedReader from = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter to = Files.newBufferedWriter(log)) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                to.write(line);
                to.newLine();
                to.flush();
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException closed) {
            note("(its output ended: " + closed.getMessage() + ")");
        }
    }

    private void note(String line) {
        synchronized (lines) {
            lines.add(line);
            lines.notifyAll();
        }
    }

    /** Waits for a line that the pattern is found in, among those printed before too. */
    Matcher awaitLine(String pattern) throws InterruptedException {
        return awaitLine(pattern, PATIENCE);
    }

    /** As {@link #awaitLine(String)}, for so long. */
    Matcher awaitLine(String pattern, Duration longest) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        long end = System.nanoTime() + longest.toNanos();
        int seen = 0;
        synchronized (lines) {
            while (true) {
                for (; seen < lines.size(); seen++) {
                    Matcher matcher = wanted.matcher(lines.get(seen));
                    if (matcher.find()) {
                        return matcher;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || !process.isAlive() && !reader.isAlive()) {
                    throw new AssertionError(name + " never printed \"" + pattern + "\"; it printed\n" + output());
                }
                lines.wait(Math.min(left, 200));
            }
        }
    }

    /** All that was printed so far. */
    String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the process to end by itself; answers its exit code. */
    int awaitExit() throws InterruptedException {
        return awaitExit(PATIENCE);
    }

    /** As {@link #awaitExit()}, for so long. */
    int awaitExit(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(name + " did not end within " + longest.toSeconds() + " s; it printed\n" + output());
        }
        reader.join(PATIENCE);
        return process.exitValue();
    }

    /** Ctrl-C; or a service manager's signal where this process was told to ignore Ctrl-C, as in the background of a shell, and its children with it. */
    int interrupt() throws IOException, InterruptedException {
        return interruptsAreIgnored() ? terminate() : signal("INT");
    }

    private static boolean interruptsAreIgnored() throws IOException {
        if (!Files.exists(STATUS)) {
            return false;
        }
        Matcher ignored = Pattern.compile("SigIgn:\\s*([0-9a-f]+)").matcher(Files.readString(STATUS));
        return ignored.find() && (Long.parseUnsignedLong(ignored.group(1), 16) >>> INTERRUPT - 1 & 1) == 1;
    }

    /** What a service manager sends. */
    int terminate() throws IOException, InterruptedException {
        return signal("TERM");
    }

    private int signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        return awaitExit();
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}

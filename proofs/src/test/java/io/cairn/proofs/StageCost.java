package io.cairn.proofs;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what a stage takes: seconds, seconds of CPU of the whole process, and the largest memory that the process has had so far where Linux tells. */
final class StageCost {

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double NANOS = 1e9;

    private StageCost() {
    }

    interface Stage<T> {
        T run() throws IOException;
    }

    static <T> T of(String name, Stage<T> stage) throws IOException {
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        T result = stage.run();
        System.out.printf("%-28s %9.3f s %9.3f s of CPU   peak %s%n", name, (System.nanoTime() - wall) / NANOS, (SYSTEM.getProcessCpuTime() - cpu) / NANOS, peak());
        return result;
    }

    private static String peak() throws IOException {
        if (!Files.exists(STATUS)) {
            return "unknown";
        }
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM")).map(line -> line.substring(6).strip()).findFirst().orElse("unknown");
    }
}

package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.cairn.proofs.field.VectorWidth;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No kernel allocates in its loop: what a run over four times as many elements allocates more is at most what its {@link KernelTrial} says, which is nothing or
 * its results. A vector that is kept as an object, be it one for eight elements, is more.
 *
 * <p>Before Java has compiled a kernel it does allocate, so each has some rounds to settle; only if none is clean, it fails.
 */
@Tag("slow")
@Tag("vector")
final class KernelAllocationTest {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int LARGER = 4;
    /** More than nothing, in bytes an element: a thread's own bookkeeping. */
    private static final double TOLERANCE = 1.0 / 8;
    private static final int ROUNDS = 60;
    private static final int ROUNDS_OF_A_BOXING_ONE = 8;
    private static final int MEASURED = 5;
    private static final long WARM_NANOS = 50_000_000;

    /** Bytes for each element, bytes for each run, and the round in which it was so. */
    private record Allocation(double element, double run, int round) {
    }

    @Test
    void noKernelAllocatesInItsLoop() {
        List<String> guilty = new ArrayList<>();
        System.out.printf(Locale.ROOT, "%nAllocated by kernels, %s%n%-42s %12s %12s %12s %6s  %s%n", VectorWidth.chosen(), "kernel", "an element", "at most", "a run",
                "round", "for");
        for (KernelTrial trial : KernelTrials.all()) {
            Allocation found = settled(trial, ROUNDS);
            System.out.printf(Locale.ROOT, "%-42s %,10.2f B %,10.0f B %,10.0f B %6d  %s%n", trial.kernel(), found.element, trial.bytes(), found.run, found.round,
                    trial.results());
            if (!isClean(trial, found)) {
                guilty.add(String.format(Locale.ROOT, "%s: %.2f bytes an element, expected at most %.2f", trial.kernel(), found.element, trial.bytes()));
            }
        }
        assertEquals(List.of(), guilty);
    }

    /** The measurement does see a vector that is kept as an object. */
    @Test
    void aKernelThatBoxesIsFound() {
        Assumptions.assumeTrue(VectorWidth.chosen().isVector());
        KernelTrial boxing = KernelTrial.of("boxes", 512, count -> {
            double[] values = new double[count];
            return () -> new Boxing().run(values);
        });
        Allocation found = settled(boxing, ROUNDS_OF_A_BOXING_ONE);
        assertTrue(found.element > 1 && !isClean(boxing, found), () -> found.toString());
    }

    /** Keeps a vector in a field from one step to the next. */
    private static final class Boxing {
        private DoubleVector sum = DoubleVector.zero(DoubleVector.SPECIES_256);

        private void run(double[] values) {
            for (int k = 0; k < values.length; k += DoubleVector.SPECIES_256.length()) {
                sum = sum.add(DoubleVector.fromArray(DoubleVector.SPECIES_256, values, k));
            }
        }
    }

    private static boolean isClean(KernelTrial trial, Allocation found) {
        return found.element >= -TOLERANCE && found.element <= trial.bytes() + TOLERANCE;
    }

    /** What a kernel allocates in its first clean round, or in the last there may be; less for many elements than for few says that it is not compiled. */
    private static Allocation settled(KernelTrial trial, int rounds) {
        Runnable few = trial.prepare().apply(trial.size());
        Runnable many = trial.prepare().apply(LARGER * trial.size());
        Allocation found = null;
        for (int round = 1; round <= rounds; round++) {
            warm(few);
            warm(many);
            long ofFew = most(few);
            found = new Allocation((most(many) - ofFew) / ((LARGER - 1.0) * trial.size()), ofFew, round);
            if (isClean(trial, found)) {
                return found;
            }
        }
        return found;
    }

    private static void warm(Runnable work) {
        for (long begun = THREAD.getCurrentThreadCpuTime(); THREAD.getCurrentThreadCpuTime() - begun < WARM_NANOS; ) {
            work.run();
        }
    }

    /** The most bytes that one of several runs allocates. */
    private static long most(Runnable work) {
        long most = 0;
        for (int k = 0; k < MEASURED; k++) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            work.run();
            most = Math.max(most, THREAD.getCurrentThreadAllocatedBytes() - before);
        }
        return most;
    }
}

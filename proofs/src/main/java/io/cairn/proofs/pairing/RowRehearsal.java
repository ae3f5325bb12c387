package io.cairn.proofs.pairing;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.ManyPoints;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.field.VectorWidth;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides when pairings move from words to rows. Until Java's compiler has been over the vector code, it is many times slower than words, and a process that
 * verifies one proof is done before. So pairings begin in words, and rows are tried beside them, in the background, until they are faster.
 */
final class RowRehearsal {

    /** Questions, some four in a verification, after which a process is likely to want many more. */
    private static final int BEFORE_REHEARSAL = 32;
    /** In words first, so that they are not compared before they are compiled themselves. */
    private static final int IN_WORDS = 3;
    /** Rounds in a row that must have been faster, and how many are tried at most. */
    private static final int CONVINCED = 3;
    private static final int MOST = 400;

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static volatile boolean faster;

    private RowRehearsal() {
    }

    /** Whether rows are known to be faster; the question itself is counted. */
    static boolean rowsAreFaster() {
        if (!faster && VectorWidth.chosen().isVector() && ASKED.incrementAndGet() == BEFORE_REHEARSAL) {
            Thread.ofPlatform().name("pairing-warmup").daemon(true).priority(Thread.MIN_PRIORITY).start(() -> run(Progress.NONE));
        }
        return faster;
    }

    /** Pairs in rows until they are faster than words, as far as a thread's CPU time tells, or the progress cancels it. */
    static synchronized void run(Progress progress) {
        if (faster || !VectorWidth.chosen().isVector()) {
            return;
        }
        Pairing pairing = new Pairing().with(G1.GENERATOR, PreparedG2.of(G2.GENERATOR));
        long words = Long.MAX_VALUE;
        for (int round = 0; round < IN_WORDS; round++) {
            words = Math.min(words, cpuTime(pairing, new WordTargetField()));
        }
        int convinced = 0;
        for (int round = 0; round < MOST && convinced < CONVINCED; round++) {
            progress.checkCancelled();
            decode(round);
            convinced = 2 * cpuTime(pairing, new RowTargetField()) < words ? convinced + 1 : 0;
        }
        faster = convinced == CONVINCED;
    }

    /** What else a verification does in vectors; a few times are enough, as it takes long. */
    private static void decode(int round) {
        if (round % 4 == 0) {
            ManyPoints.fromCompressed(List.of(G1.GENERATOR.toCompressed()), List.of(G2.GENERATOR.toCompressed()));
            ManyPoints.areInSubgroup(List.of(G1.GENERATOR));
            PreparedG2.areInSubgroup(List.of(G2.GENERATOR));
            new RowTargetField().preparedLines(List.of(G2.GENERATOR.toAffine()));
        }
    }

    private static long cpuTime(Pairing pairing, TargetField<?> field) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        pairing.product(field);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
    }
}

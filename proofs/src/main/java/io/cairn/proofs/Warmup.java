package io.cairn.proofs;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.VectorWidth;
import io.cairn.proofs.groth16.Rehearsal;
import io.cairn.proofs.hash.ParentHasher;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.pairing.Pairing;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the kernels of proofs and hashes compiled before they are asked for, by a few small rounds of their work on one thread of low priority. Until Java's
 * compiler has been over them, vector kernels run tens of times slower than afterwards, and the first proof of a process would pay for that.
 *
 * <p>Takes some ten seconds of CPU, a third of them the compiler's, and a few megabytes, and logs one line at its end.
 */
public final class Warmup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);
    /** Large enough for transforms in more than one pass and full batches of additions. */
    private static final int LOG2 = 12;
    /** After so many, a further round gains nothing that can be measured. */
    private static final int ROUNDS = 5;
    /** Nodes hashed at a time, and how often. */
    private static final int BATCH = 64;
    private static final int DATA_BATCHES = 1500;
    private static final int TREE_BATCHES = 60;

    private final Thread thread = Thread.ofPlatform().name("proof-warmup").daemon(true).priority(Thread.MIN_PRIORITY).unstarted(this::work);
    private volatile boolean closed;

    private final Progress progress = new Progress() {
        @Override
        public void advanced(long done, long total) {
            // Nobody waits for it.
        }

        @Override
        public boolean cancelled() {
            return closed;
        }
    };

    private Warmup() {
    }

    /** Begins in the background; without vectors there is nothing to do. */
    public static Warmup start() {
        Warmup warmup = new Warmup();
        warmup.thread.start();
        return warmup;
    }

    private void work() {
        if (!VectorWidth.chosen().isVector()) {
            return;
        }
        try {
            long begun = System.nanoTime();
            run(progress);
            LOG.info(String.format(Locale.ROOT, "Proof kernels are compiled: %.1f s in the background, of which %.1f s of this thread's CPU",
                    (System.nanoTime() - begun) / 1e9, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9));
        } catch (CancellationException e) {
            LOG.info("Proof kernels are not compiled ahead: stopped before");
        } catch (RuntimeException e) {
            LOG.warn("Proof kernels could not be tried; expect proofs to fail too", e);
        }
    }

    /**
     * The same in the calling thread, with the prover's kernels first.
     *
     * @throws CancellationException if the progress cancelled it
     */
    public static void run(Progress progress) {
        Rehearsal rehearsal = new Rehearsal(LOG2, Workers.CALLER);
        for (int round = 0; round < ROUNDS; round++) {
            progress.checkCancelled();
            rehearsal.quotient(progress);
            rehearsal.sumG1(progress);
            rehearsal.sumG2(progress);
        }
        Pairing.rehearse(progress);
        hash(Sha256Nodes.INSTANCE, DATA_BATCHES, progress);
        hash(Poseidon.ofArity(SectorShape.BASE_ARITY), TREE_BATCHES, progress);
    }

    private static void hash(ParentHasher hasher, int batches, Progress progress) {
        byte[] children = new byte[BATCH * hasher.arity() * SectorShape.NODE_BYTES];
        byte[] parents = new byte[BATCH * SectorShape.NODE_BYTES];
        for (int batch = 0; batch < batches; batch++) {
            progress.checkCancelled();
            hasher.parents(children, parents, BATCH);
        }
    }

    /** Waits for its end; answers whether it came in time. */
    boolean ends(Duration within) throws InterruptedException {
        return thread.join(within);
    }

    /** Asks it to end, and does not wait: it holds nothing that others need. */
    @Override
    public void close() {
        closed = true;
    }
}

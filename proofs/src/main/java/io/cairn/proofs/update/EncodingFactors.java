package io.cairn.proofs.update;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.seal.FieldNodes;

/**
 * What each node of new data is multiplied with before it is added to the old replica: one factor for each run of nodes whose indexes
 * have the same high bits (rust-fil-proofs: storage-proofs-update/src/vanilla.rs, rho). Immutable.
 */
public final class EncodingFactors {

    private final long[] limbs;
    private final int runLog2;

    private EncodingFactors(long[] limbs, int runLog2) {
        this.limbs = limbs;
        this.runLog2 = runLog2;
    }

    /** The factors of an update. */
    public static EncodingFactors of(UpdateShape shape, Scalar phi) {
        long[] limbs = new long[Fr.LIMBS << shape.highBits()];
        for (int high = 0; high < 1 << shape.highBits(); high++) {
            ProofDispatcher.giveWay();
            UpdateRandomness.of(phi, Scalar.of(high)).copyTo(limbs, Fr.LIMBS * high);
        }
        return new EncodingFactors(limbs, shape.nodesLog2() - shape.highBits());
    }

    /** The factors that undo these. */
    public EncodingFactors inverted() {
        long[] inverses = new long[limbs.length];
        for (int at = 0; at < limbs.length; at += Fr.LIMBS) {
            Fr.inverse(inverses, at, limbs, at);
        }
        return new EncodingFactors(inverses, runLog2);
    }

    /** The factor of the run with this number. */
    public Scalar factor(int run) {
        return Scalar.ofLimbs(limbs, Fr.LIMBS * run);
    }

    /** The factor of a node. */
    public Scalar ofNode(long node) {
        return factor((int) (node >>> runLog2));
    }

    /** Multiplies {@code count} nodes, the first of which is node {@code first} of the sector, each with its factor. */
    void multiply(byte[] nodes, long first, int count) {
        for (int done = 0; done < count; ) {
            long run = first + done >>> runLog2;
            int here = (int) Math.min(count - done, (run + 1 << runLog2) - first - done);
            FieldNodes.multiply(nodes, done * SectorShape.NODE_BYTES, here, factor((int) run));
            done += here;
        }
    }
}

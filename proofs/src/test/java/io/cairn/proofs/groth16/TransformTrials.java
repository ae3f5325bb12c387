package io.cairn.proofs.groth16;

import io.cairn.proofs.KernelTrial;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.field.VectorWidth;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Transforms at work. */
public final class TransformTrials {

    private static final int LOG2 = 12;
    private static final int LEVELS = 6;
    private static final int TILE = 8 << LEVELS;

    private TransformTrials() {
    }

    /** All of them. */
    public static List<KernelTrial> all() {
        KernelTrial whole = new KernelTrial("transforms: whole, both ways, scaled", 1 << LOG2, 64, "tiles, a range at a time", TransformTrials::whole);
        return VectorWidth.chosen().isVector()
                ? Stream.of(whole, KernelTrial.of("transforms: tiles", TILE, TransformTrials::tiles)).toList() : List.of(whole);
    }

    private static FrVector values(int count) {
        Random random = new Random(count);
        long[] limbs = new long[Fr.LIMBS * count];
        for (int k = 0; k < limbs.length; k++) {
            limbs[k] = k % Fr.LIMBS == Fr.LIMBS - 1 ? random.nextLong() >>> 2 : random.nextLong();
        }
        return FrVector.of(limbs, Arena.ofAuto());
    }

    private static Runnable whole(int count) {
        FrVector values = values(count);
        Domain domain = new Domain(Integer.numberOfTrailingZeros(count), Workers.CALLER, Arena.ofAuto());
        return () -> {
            domain.interpolate(values, Progress.NONE);
            domain.scale(values, Scalar.ONE, Domain.SHIFT);
            domain.evaluate(values, Progress.NONE);
        };
    }

    private static Runnable tiles(int count) {
        FrVector values = values(count);
        Twiddles twiddles = new Twiddles(LOG2, Domain.root(LOG2), Scalar.ONE, Workers.CALLER, Arena.ofAuto());
        TransformTile tile = new TransformTile(values, twiddles, LEVELS);
        return () -> {
            for (int first = 0; first < count; first += TILE) {
                tile.at(first, TILE >>> LEVELS, 1, 0, 0);
                tile.interpolate();
                tile.evaluate();
            }
        };
    }
}

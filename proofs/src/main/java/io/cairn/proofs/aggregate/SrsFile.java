package io.cairn.proofs.aggregate;

import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.FixedBase;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Creates the file that {@link InnerProductSrs} reads. */
public final class SrsFile {

    private static final int BATCH = 1024;

    private SrsFile() {
    }

    /**
     * Creates a file of {@code powers} powers of each secret over the standard generators. INSECURE: whoever knows the secrets can forge aggregates, so this
     * is for devnets and tests only; a network's file comes from public ceremonies.
     *
     * @param powers   twice the most proofs that shall be aggregated, at least 4
     * @param progress counts points written
     */
    public static void createInsecure(Path file, SrsSecrets secrets, int powers, Workers workers, Progress progress) throws IOException {
        if (powers < 4) {
            throw new IllegalArgumentException("powers of an SRS: " + powers + ", expected at least 4, for 2 proofs");
        }
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        DiskSpace.require(file, 2L * powers * (G1.CURVE.compressedBytes() + G2.CURVE.compressedBytes()));
        Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
        Shares shares = new Shares(progress, 4 * Shares.FINE);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            for (Point generator : new Point[] {G1.GENERATOR, G2.GENERATOR}) {
                FixedBase base = FixedBase.of(generator, 2L * powers);
                write(out, base, generator.curve(), secrets.a(), powers, workers, shares.next(Shares.FINE));
                write(out, base, generator.curve(), secrets.b(), powers, workers, shares.next(Shares.FINE));
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(DataOutputStream out, FixedBase base, Curve curve, Scalar secret, int powers, Workers workers, Progress progress)
            throws IOException {
        long[] scalars = Powers.of(secret, powers);
        byte[] bytes = new byte[powers * curve.compressedBytes()];
        workers.forEachRange(powers, BATCH, progress, (from, to) -> {
            long[] products = base.multiply(scalars, (int) from * Fr.LIMBS, (int) (to - from));
            for (int k = (int) from; k < to; k++) {
                byte[] point = Point.ofAffine(curve, products, (int) (k - from) * curve.affineLimbs()).toCompressed();
                System.arraycopy(point, 0, bytes, k * point.length, point.length);
            }
        });
        out.writeInt(powers);
        out.write(bytes);
    }
}

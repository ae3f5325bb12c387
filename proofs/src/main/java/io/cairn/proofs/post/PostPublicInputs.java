package io.cairn.proofs.post;

import io.cairn.proofs.field.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Public inputs of the space-time circuit, without the constant one: for each sector comm_r and its challenged leaves, the last
 * sector's block repeated until the partition is full (rust-fil-proofs: storage-proofs-post/src/fallback/compound.rs).
 */
public final class PostPublicInputs {

    private PostPublicInputs() {
    }

    /** Public inputs of one window proof partition of {@code sectorCount} sectors. */
    public static List<Scalar> window(List<ChallengedSector> sectors, int sectorCount) {
        if (sectors.isEmpty() || sectors.size() > sectorCount) {
            throw new IllegalArgumentException("sectors of a partition: " + sectors.size() + ", expected 1 to " + sectorCount);
        }
        List<Scalar> inputs = new ArrayList<>();
        for (int i = 0; i < sectorCount; i++) {
            ChallengedSector sector = sectors.get(Math.min(i, sectors.size() - 1));
            inputs.add(Scalar.fromBytes(sector.commR()));
            for (long challenge : sector.challenges()) {
                inputs.add(Scalar.of(challenge));
            }
        }
        return inputs;
    }

    /** Public inputs of a winning proof: the one sector anew for each of its challenges. */
    public static List<Scalar> winning(ChallengedSector sector) {
        List<Scalar> inputs = new ArrayList<>();
        Scalar commR = Scalar.fromBytes(sector.commR());
        for (long challenge : sector.challenges()) {
            inputs.add(commR);
            inputs.add(Scalar.of(challenge));
        }
        return inputs;
    }
}

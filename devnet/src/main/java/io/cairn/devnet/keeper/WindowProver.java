package io.cairn.devnet.keeper;

import io.cairn.proofs.PostSector;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.io.IOException;
import java.util.List;

/** Makes the window proofs of the keeper's 2 KiB sectors. */
@FunctionalInterface
public interface WindowProver {

    /**
     * One proof over all sectors, which make up one partition.
     *
     * @param randomness 32 bytes as the chain draws them
     * @param progress may stop the work
     * @return 192 bytes
     * @throws IOException when a sector's file or a parameter file is missing or cannot be read
     */
    byte[] prove(byte[] randomness, List<PostSector> sectors, Progress progress) throws IOException;

    /**
     * Proves with the library on that dispatcher's cores, like any provider's window. Needs the proving parameters of the 2 KiB window
     * circuit.
     */
    static WindowProver of(SpaceTime spaceTime, ProofDispatcher dispatcher) {
        return (randomness, sectors, progress) -> dispatcher.compute(Priority.WINDOW, progress, () ->
                spaceTime.windowPost(RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1, randomness, sectors, progress));
    }
}

package io.cairn.actors.ports;

import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.Replica;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorState;
import io.cairn.proofs.dispatch.Progress;
import java.util.List;

/**
 * The work of sealing. The methods block for as long as they compute or copy. Doing one
 * again gives the same files, so a task that was cut off is simply done again. They fail with {@link SealingFailure}.
 */
public interface SealingTasks {
    /**
     * A sector to work on.
     *
     * @param sealProof wire number of the registered seal proof
     * @param pieces    pieces that fill the sector in order; one without a CID is zeros
     * @param replica   what is known of the replica so far
     * @param seed      interactive randomness, empty before it is known
     */
    record Job(long miner, long sector, int sealProof, long sectorSize, List<Piece> pieces, Replica replica, Blob seed) {
        public Job {
            pieces = List.copyOf(pieces);
        }

        /** The sector of a state, which must have been created. */
        public static Job of(SectorState state) {
            SectorEvent.Created created = state.created().orElseThrow(() -> new IllegalArgumentException("sector: there is none"));
            return new Job(created.miner(), created.number(), created.sealProof(), created.sectorSize(), state.pieces(),
                    state.replica(), state.onChain().seed());
        }

        /** Whether an unsealed copy of the data stays beside the replica: if a piece wants it. A sector without data has none. */
        public boolean keepUnsealed() {
            return pieces.stream().anyMatch(Piece::keepsUnsealed);
        }
    }

    /**
     * Commitment of a file in text form.
     *
     * @param path unpadded data, at most as long as the piece, zeros behind it
     * @param size padded size of the piece in bytes
     * @param progress counts bytes of data
     */
    String pieceCommitment(String path, long size, Progress progress);

    /** Commitment of the pieces in text form, from their own commitments alone. */
    String dataCommitment(Job job);

    /** Labels the layers from the ticket. */
    void layers(Job job, Progress progress);

    /**
     * Whose layers are best labelled now as one computation.
     *
     * @param waiting sectors whose layers are not begun, at least one
     * @return the first of them and those that should go with it, in any number; no others if it had best go alone
     */
    List<Job> company(List<Job> waiting);

    /**
     * The same as {@link #layers} for each sector of a {@linkplain #company company}. If one of them fails, all stay as they are, and any of them may be done
     * in another company or alone.
     */
    void layersTogether(List<Job> company, Progress progress);

    /** Lays the data out and builds its tree; returns its commitment in text form. */
    String dataTree(Job job, Progress progress);

    /** Builds the other trees, encodes the replica and checks itself; returns the replica's commitment in text form. */
    String trees(Job job, Progress progress);

    /** Proves the replication and verifies the proof. */
    Blob proof(Job job, Progress progress);

    /** Deletes what proving in windows does not need; the unsealed copy as well, unless a piece wants it kept. */
    void finish(Job job, Progress progress);

    /** Copies the sector to where it stays and sees that it is whole there. */
    void store(Job job, Progress progress);

    /** Deletes what {@link #store} has copied, unless a copy is missing or of another length; once it is written down that it is stored. */
    void tidy(Job job);

    /** Deletes all files of the sector. */
    void remove(Job job);
}

package io.cairn.actors.ports;

import io.cairn.actors.ports.SealingTasks.Job;
import io.cairn.proofs.SectorFinding;
import io.cairn.proofs.dispatch.Progress;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;

/**
 * Sectors that are sealed, as they lie on this machine: their data and whether they are whole. The methods block for as long as
 * they read and compute, which is hours where the data of a large sector has to be unsealed, and stop early when the progress says
 * that they are cancelled. Reading is called on the blocking dispatcher and leaves unsealing to the proof dispatcher; a check is a
 * computation of that.
 */
public interface StoredSectors {
    /**
     * Writes the unpadded data of a part of a sector: from its unsealed copy if that is kept, otherwise by unsealing the replica.
     *
     * @param job    the sector with its ticket and commitments
     * @param offset first byte as it stands in the sector, a multiple of 128
     * @param size   bytes as they stand in the sector, a multiple of 128; 127 bytes are written for 128
     * @throws java.io.UncheckedIOException if a file is missing, damaged or unreadable, or the disk is full; the message names it
     */
    void readPiece(Job job, long offset, long size, OutputStream out, Progress progress);

    /** Bytes of the files of each sector that has any on this machine, by entity name such as {@code t01000/s/42}. */
    SortedMap<String, Long> occupied();

    /**
     * Looks for damage.
     *
     * @param job  the sector with its pieces and commitments
     * @param full whether every byte is checked, so that any flipped bit is found; otherwise files, lengths and a few places
     *             drawn anew each time
     * @return what is wrong, empty if nothing was found
     */
    List<SectorFinding> check(Job job, boolean full, Progress progress);
}

package io.cairn.proofs;

import java.nio.file.Path;

/**
 * Something wrong with a stored sector.
 *
 * @param kind    which of the sector's files is not as it should be
 * @param file    the file
 * @param offset  first byte of the range that holds the damage
 * @param length  bytes of that range; it is no narrower than the sector's trees tell
 * @param problem what is wrong and what to do about it
 */
public record SectorFinding(Kind kind, Path file, long offset, long length, String problem) {

    /** The files of a sector that stay. */
    public enum Kind {
        /** The replica. */
        SEALED,
        /** The padded data that is kept beside the replica. */
        UNSEALED,
        /** A file of the tree over the replica. */
        TREE_R_LAST,
        /** The two roots that every proof needs. */
        P_AUX,
        /** The description of the trees' files. */
        T_AUX
    }

    @Override
    public String toString() {
        return file + ", bytes " + offset + " to " + (offset + length) + ": " + problem;
    }
}

package io.cairn.persistence.sector;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A piece in a sector.
 *
 * @param deal         id of the deal that it belongs to, empty for filling
 * @param cid          piece commitment in text form, empty for filling
 * @param size         padded size in bytes, a power of two
 * @param path         file of the unpadded data, empty for filling
 * @param startEpoch   epoch before which the sector must be active, −1 if none
 * @param endEpoch     epoch until which the sector must live, −1 if none
 * @param dealId       number of the deal on chain, −1 if none
 * @param dropUnsealed whether no unsealed copy is wanted once the sector is sealed; false in events from before it was asked
 */
public record Piece(String deal, String cid, long size, String path, long startEpoch, long endEpoch, long dealId,
                    boolean dropUnsealed) {
    @JsonCreator
    public Piece {
    }

    /** A piece whose unsealed copy is kept. */
    public Piece(String deal, String cid, long size, String path, long startEpoch, long endEpoch, long dealId) {
        this(deal, cid, size, path, startEpoch, endEpoch, dealId, false);
    }

    /** This piece of a deal that has another number on chain now. */
    Piece numbered(long number) {
        return new Piece(deal, cid, size, path, startEpoch, endEpoch, number, dropUnsealed);
    }

    /** Whether this is data of which an unsealed copy is to be kept. */
    public boolean keepsUnsealed() {
        return !cid.isEmpty() && !dropUnsealed;
    }
}

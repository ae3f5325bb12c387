package io.cairn.persistence.sector;

/**
 * A piece in a sector.
 *
 * @param deal       id of the deal that it belongs to, empty for filling
 * @param cid        piece commitment in text form
 * @param size       padded size in bytes, a power of two
 * @param path       file of the unpadded data, empty for filling
 * @param startEpoch epoch before which the sector must be active, −1 if none
 * @param endEpoch   epoch until which the sector must live, −1 if none
 * @param dealId     number of the deal on chain, −1 if none
 */
public record Piece(String deal, String cid, long size, String path, long startEpoch, long endEpoch, long dealId) {
}

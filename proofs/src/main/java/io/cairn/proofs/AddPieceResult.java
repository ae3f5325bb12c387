package io.cairn.proofs;

import io.cairn.proofs.piece.PieceInfo;

/**
 * A piece that was written to a staged sector.
 *
 * @param piece        its commitment and size
 * @param leftPadding  zero bytes written before it, as they stand in the sector
 * @param writtenBytes all bytes written, zeros included, as they stand in the sector
 */
public record AddPieceResult(PieceInfo piece, long leftPadding, long writtenBytes) {
}

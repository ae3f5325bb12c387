/**
 * Pieces of data: their commitments while they stream by, their places in a sector, the sector's commitment to all.
 */
package io.cairn.proofs.piece;

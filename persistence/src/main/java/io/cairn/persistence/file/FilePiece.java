package io.cairn.persistence.file;

/**
 * A part of a user's file.
 *
 * @param deal   the deal that keeps it
 * @param cid    piece commitment in text form
 * @param size   padded size of the piece in bytes, a power of two
 * @param length bytes of the file in it; zeros fill the rest
 */
public record FilePiece(String deal, String cid, long size, long length) {
}

package io.cairn.persistence.file;

import java.util.List;

/**
 * A user's file and how it is put together again: the first {@code length} bytes of each piece, in their order.
 *
 * @param id     request under which it was stored; the same request never makes a second file
 * @param name   name that the user gave it
 * @param root   CID of the whole content (raw, SHA-256) in text form
 * @param length bytes
 * @param pieces in the order of the content
 * @param at     wall clock in milliseconds since 1970
 */
public record StoredFile(String id, String name, String root, long length, List<FilePiece> pieces, long at) {
    public StoredFile {
        pieces = List.copyOf(pieces);
    }
}

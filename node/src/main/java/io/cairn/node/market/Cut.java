package io.cairn.node.market;

import io.cairn.protocol.cid.Cid;
import java.util.List;

/**
 * A file in pieces.
 *
 * @param root   CID of the whole content: raw, SHA-256
 * @param length bytes
 * @param pieces in the order of the content
 */
record Cut(Cid root, long length, List<Part> pieces) {

    /**
     * A piece.
     *
     * @param cid    piece commitment
     * @param size   padded size in bytes, a power of two
     * @param length bytes of the file in it
     */
    record Part(Cid cid, long size, long length) {}
}

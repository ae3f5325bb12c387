package io.cairn.persistence.sender;

import io.cairn.persistence.Blob;

/**
 * A signed message.
 *
 * @param cid    CID of the signed message, in text form
 * @param signed CBOR of the signed message
 * @param pushed whether the node has taken it
 */
public record Outgoing(String requestId, long nonce, String cid, Blob signed, boolean pushed) {
}

package io.cairn.protocol.ipld;

import io.cairn.protocol.cid.Cid;

/** Encoded objects by their content identifier. */
public interface BlockStore {

    /**
     * The object's encoded bytes.
     *
     * @throws MissingBlockException when the store does not hold the object
     */
    byte[] get(Cid cid);

    /** Keeps a dag-cbor object; its identifier is the Blake2b-256 one. Keeping it twice changes nothing. */
    Cid put(byte[] dagCbor);
}

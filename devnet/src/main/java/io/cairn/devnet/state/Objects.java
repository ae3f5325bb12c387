package io.cairn.devnet.state;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;

/** Single CBOR objects in a block store. */
public final class Objects {

    private Objects() {
    }

    /** Stores what was written and returns its CID. */
    public static Cid put(BlockStore store, CborWriter written) {
        return store.put(written.toByteArray());
    }

    /** A reader over the object, which must be in the store. */
    public static CborReader reader(BlockStore store, Cid cid) {
        return new CborReader(bytes(store, cid));
    }

    /** The object's bytes, which must be in the store. */
    public static byte[] bytes(BlockStore store, Cid cid) {
        return store.get(cid);
    }
}

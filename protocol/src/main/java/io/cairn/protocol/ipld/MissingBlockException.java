package io.cairn.protocol.ipld;

import io.cairn.protocol.cid.Cid;

/** An object was asked for that the store does not hold. */
public final class MissingBlockException extends RuntimeException {

    /** Names the object. */
    public MissingBlockException(Cid cid) {
        super("the block store does not hold " + cid);
    }
}

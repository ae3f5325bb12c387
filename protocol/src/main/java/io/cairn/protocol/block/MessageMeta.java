package io.cairn.protocol.block;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;

/** The two message lists of a block: roots of arrays of message CIDs (lotus: chain/types/message.go MsgMeta). */
public record MessageMeta(Cid blsMessages, Cid secpkMessages) implements CborTuple {

    public static MessageMeta readFrom(CborReader reader) {
        return CborTuple.read(MessageMeta.class, reader);
    }

    /** The identifier stated in the header. */
    public Cid cid() {
        return Cid.ofDagCbor(toCbor());
    }
}

package io.cairn.protocol.block;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;
import java.util.List;

/** A block as it is published: the header and the CIDs of its messages (lotus: chain/types/blockmsg.go). */
public record BlockMessage(BlockHeader header, List<Cid> blsMessages, List<Cid> secpkMessages) implements CborTuple {

    public static BlockMessage readFrom(CborReader reader) {
        return CborTuple.read(BlockMessage.class, reader);
    }
}

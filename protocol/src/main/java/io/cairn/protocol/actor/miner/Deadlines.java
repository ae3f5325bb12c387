package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Limit;
import io.cairn.protocol.cid.Cid;
import java.util.List;

/** The CIDs of a miner's 48 deadlines. */
public record Deadlines(@Limit(48) List<Cid> due) implements CborTuple {

    public Deadlines {
        if (due.size() != 48) {
            throw new IllegalArgumentException("due: " + due.size() + " deadlines, expected 48");
        }
        due = List.copyOf(due);
    }

    public static Deadlines readFrom(CborReader reader) {
        return CborTuple.read(Deadlines.class, reader);
    }
}

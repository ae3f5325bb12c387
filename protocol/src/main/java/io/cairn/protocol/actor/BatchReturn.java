package io.cairn.protocol.actor;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** Outcome of a batch: how many entries succeeded, and the exit codes of those that did not (FIP-0076). */
public record BatchReturn(@Unsigned long successCount, List<FailCode> failCodes) implements CborTuple {

    public static BatchReturn readFrom(CborReader reader) {
        return CborTuple.read(BatchReturn.class, reader);
    }
}

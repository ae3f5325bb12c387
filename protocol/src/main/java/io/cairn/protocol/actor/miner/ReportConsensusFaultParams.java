package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Parameters of method ReportConsensusFault (15) of the miner actor. */
public record ReportConsensusFaultParams(ByteString blockHeader1, ByteString blockHeader2,
                                         ByteString blockHeaderExtra) implements CborTuple {

    public static ReportConsensusFaultParams readFrom(CborReader reader) {
        return CborTuple.read(ReportConsensusFaultParams.class, reader);
    }
}

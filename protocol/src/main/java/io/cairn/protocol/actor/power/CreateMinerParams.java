package io.cairn.protocol.actor.power;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.util.List;

/** Parameters of method CreateMiner (2) of the power actor. */
public record CreateMinerParams(Address owner, Address worker, RegisteredPostProof windowPostProofType,
                                ByteString peer, List<ByteString> multiaddrs) implements CborTuple {

    public static CreateMinerParams readFrom(CborReader reader) {
        return CborTuple.read(CreateMinerParams.class, reader);
    }
}

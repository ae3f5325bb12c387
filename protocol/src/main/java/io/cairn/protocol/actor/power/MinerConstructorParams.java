package io.cairn.protocol.actor.power;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.util.List;

/** Parameters of a miner's constructor (1), sent by the power actor through the init actor. */
public record MinerConstructorParams(Address ownerAddress, Address workerAddress,
                                     List<Address> controlAddresses, RegisteredPostProof windowPostProofType,
                                     ByteString peerId, List<ByteString> multiaddrs) implements CborTuple {

    public static MinerConstructorParams readFrom(CborReader reader) {
        return CborTuple.read(MinerConstructorParams.class, reader);
    }
}

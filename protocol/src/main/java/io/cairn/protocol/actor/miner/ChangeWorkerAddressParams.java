package io.cairn.protocol.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method ChangeWorkerAddress (3) of the miner actor. */
public record ChangeWorkerAddressParams(Address newWorker, List<Address> newControlAddresses) implements CborTuple {

    public static ChangeWorkerAddressParams readFrom(CborReader reader) {
        return CborTuple.read(ChangeWorkerAddressParams.class, reader);
    }
}

package io.cairn.protocol.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** A new worker address and the epoch from which it may be confirmed. */
public record WorkerKeyChange(Address newWorker, long effectiveAt) implements CborTuple {

    public static WorkerKeyChange readFrom(CborReader reader) {
        return CborTuple.read(WorkerKeyChange.class, reader);
    }
}

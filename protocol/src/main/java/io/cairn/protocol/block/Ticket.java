package io.cairn.protocol.block;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.hash.Blake2b;
import java.util.Arrays;

/** A block's ticket: the VRF proof that orders blocks and feeds randomness. Ordered by BLAKE2b-256 of the proof. */
public record Ticket(ByteString vrfProof) implements CborTuple, Comparable<Ticket> {

    public static Ticket readFrom(CborReader reader) {
        return CborTuple.read(Ticket.class, reader);
    }

    /** BLAKE2b-256 of the proof. */
    public byte[] hash() {
        return Blake2b.digest256(vrfProof.toArray());
    }

    @Override
    public int compareTo(Ticket other) {
        return Arrays.compareUnsigned(hash(), other.hash());
    }
}

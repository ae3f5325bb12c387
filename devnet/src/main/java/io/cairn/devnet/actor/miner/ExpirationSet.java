package io.cairn.devnet.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;

/**
 * Sectors that leave at one epoch: on time with their pledge, or early because they stayed faulty.
 *
 * <p>Source: builtin-actors, actors/miner/src/expiration_queue.rs.
 */
record ExpirationSet(BitField onTime, BitField early, BigInteger pledge, PowerPair active, PowerPair faulty, BigInteger fee) {

    static final ExpirationSet EMPTY =
            new ExpirationSet(BitField.EMPTY, BitField.EMPTY, BigInteger.ZERO, PowerPair.ZERO, PowerPair.ZERO, BigInteger.ZERO);

    static ExpirationSet readFrom(CborReader r) {
        r.tuple(6);
        return new ExpirationSet(BitField.readFrom(r), BitField.readFrom(r), r.bigInt(), PowerPair.readFrom(r), PowerPair.readFrom(r), r.bigInt());
    }

    void writeTo(CborWriter w) {
        w.array(6).bytes(onTime.encode()).bytes(early.encode()).bigInt(pledge);
        active.writeTo(w);
        faulty.writeTo(w);
        w.bigInt(fee);
    }

    boolean isEmpty() {
        return onTime.isEmpty() && early.isEmpty();
    }

    BitField all() {
        return onTime.union(early);
    }

    ExpirationSet plus(ExpirationSet other) {
        return new ExpirationSet(onTime.union(other.onTime), early.union(other.early), pledge.add(other.pledge),
                active.plus(other.active), faulty.plus(other.faulty), fee.add(other.fee));
    }

    ExpirationSet minus(ExpirationSet other) {
        return new ExpirationSet(onTime.minus(other.onTime), early.minus(other.early), pledge.subtract(other.pledge),
                active.minus(other.active), faulty.minus(other.faulty), fee.subtract(other.fee));
    }
}

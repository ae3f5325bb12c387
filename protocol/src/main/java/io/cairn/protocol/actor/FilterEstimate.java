package io.cairn.protocol.actor;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** An alpha-beta filter's estimate: position and velocity per epoch, both fixed point with 128 fractional bits. */
public record FilterEstimate(BigInteger positionEstimate, BigInteger velocityEstimate) implements CborTuple {

    public static FilterEstimate readFrom(CborReader reader) {
        return CborTuple.read(FilterEstimate.class, reader);
    }
}

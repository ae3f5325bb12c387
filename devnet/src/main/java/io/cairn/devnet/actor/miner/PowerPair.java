package io.cairn.devnet.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;
import java.util.Collection;

/** Raw and quality-adjusted bytes; a difference may be negative. */
public record PowerPair(BigInteger raw, BigInteger quality) {

    /** No power. */
    public static final PowerPair ZERO = new PowerPair(BigInteger.ZERO, BigInteger.ZERO);

    static PowerPair readFrom(CborReader r) {
        r.tuple(2);
        return new PowerPair(r.bigInt(), r.bigInt());
    }

    void writeTo(CborWriter w) {
        w.array(2).bigInt(raw).bigInt(quality);
    }

    /** The power of sectors of one size. */
    public static PowerPair of(long sectorSize, Collection<SectorInfo> sectors) {
        PowerPair sum = ZERO;
        for (SectorInfo sector : sectors) {
            sum = sum.plus(new PowerPair(BigInteger.valueOf(sectorSize), sector.power(sectorSize)));
        }
        return sum;
    }

    public PowerPair plus(PowerPair other) {
        return new PowerPair(raw.add(other.raw), quality.add(other.quality));
    }

    public PowerPair minus(PowerPair other) {
        return new PowerPair(raw.subtract(other.raw), quality.subtract(other.quality));
    }

    public PowerPair negate() {
        return ZERO.minus(this);
    }

    public boolean isZero() {
        return raw.signum() == 0 && quality.signum() == 0;
    }
}

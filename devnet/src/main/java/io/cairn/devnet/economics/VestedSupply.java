package io.cairn.devnet.economics;

import java.math.BigInteger;
import java.util.List;

/**
 * Vesting of the genesis allocations on a 2k network, which the circulating supply counts from.
 *
 * <p>Source: lotus, chain/stmgr/supply.go.
 */
public final class VestedSupply {

    private static final BigInteger ATTO = BigInteger.TEN.pow(18);
    private static final long DAY = 2880;
    private static final long ELAPSED_BEFORE_GENESIS = 6;

    private record Grant(long fil, long days) { }

    private static final List<Grant> GRANTS = List.of(new Grant(10_632_000, 0), new Grant(51_803_587, 183),
            new Grant(31_821_712, 365), new Grant(7_223_364, 730), new Grant(88_536_841, 1095),
            new Grant(409_805_053, 2190));

    private VestedSupply() {
    }

    /** attoFIL vested at the epoch. */
    public static BigInteger at(long epoch) {
        long elapsed = epoch + ELAPSED_BEFORE_GENESIS;
        return GRANTS.stream().map(grant -> vested(grant, elapsed)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger vested(Grant grant, long elapsed) {
        BigInteger total = BigInteger.valueOf(grant.fil()).multiply(ATTO);
        long duration = grant.days() * DAY;
        if (elapsed >= duration) {
            return total;
        }
        BigInteger perEpoch = total.divide(BigInteger.valueOf(duration));
        return total.subtract(perEpoch.multiply(BigInteger.valueOf(duration - elapsed)));
    }
}

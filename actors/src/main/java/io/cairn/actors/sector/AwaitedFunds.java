package io.cairn.actors.sector;

import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.SectorState;
import java.math.BigInteger;
import java.util.Optional;

/** What a sector has seen of the funds that it waits for. Whoever has just begun to look, such as after a restart, takes anything for more. */
final class AwaitedFunds {
    private static final BigInteger NOTHING = BigInteger.ONE.negate();

    private Optional<BigInteger> seen = Optional.of(NOTHING);

    /** Whether a message of the sector waits because nobody can pay for it, until a moment that is still to come. */
    static boolean awaited(SectorState state, long now) {
        boolean message = state.chain() == Chain.PRECOMMIT_QUEUED || state.chain() == Chain.COMMIT_QUEUED;
        return message && state.work().until() > now && state.troubles().hold().isEmpty()
                && state.troubles().last().startsWith(FailureCode.INSUFFICIENT_FUNDS + ":");
    }

    /** What is there now does not do: the next look says what it is. */
    void refused() {
        seen = Optional.empty();
    }

    /** Whether there is more than at the last look. */
    boolean grew(BigInteger funds) {
        boolean more = seen.filter(before -> funds.compareTo(before) > 0).isPresent();
        seen = Optional.of(funds);
        return more;
    }
}

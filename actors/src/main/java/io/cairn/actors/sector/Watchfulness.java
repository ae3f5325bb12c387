package io.cairn.actors.sector;

import io.cairn.persistence.sector.Seal;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import java.util.Optional;

/**
 * Whether a sector that has not ended waits for something that will come: work that is out, a clock, the next head, more
 * pieces, or an operator who was told. A sector of which none is true would be stuck without a word.
 */
final class Watchfulness {
    private Watchfulness() {
    }

    /**
     * What is wrong.
     *
     * @param follows whether it has heard of a head since it was started; before, the next one starts its work
     * @param working whether its worker lives
     * @param packing whether the commitment of its pieces is being computed
     * @param now     wall clock in milliseconds since 1970
     */
    static Optional<String> problem(SectorState state, boolean follows, boolean working, boolean packing, long now) {
        if (state.created().isEmpty()) {
            return Optional.of("its number was given out, but it was never begun");
        }
        if (state.ended()) {
            return Optional.of("it has ended, but is still followed");
        }
        if (state.troubles().hold().isPresent() || state.work().until() > now || !follows || packing) {
            return Optional.empty();
        }
        return switch (Step.of(state)) {
            case WORK -> working ? Optional.empty() : Optional.of("no work is out for its stage " + Step.stage(state).orElseThrow());
            case NOTHING -> isOpen(state) ? Optional.empty() : Optional.of("it has nothing to do as " + state.seal() + ", " + state.chain());
            case DRAW_TICKET, QUEUE_PRECOMMIT, SEND_PRECOMMIT, LOOK_FOR_PRECOMMIT, READ_SEED, QUEUE_COMMIT, SEND_COMMIT, LOOK_FOR_COMMIT,
                    WATCH -> Optional.empty();
        };
    }

    /** Whether it waits for pieces. */
    private static boolean isOpen(SectorState state) {
        return state.seal() == Seal.NEW && state.created().filter(created -> created.kind() == SectorKind.DEAL).isPresent();
    }
}

package io.cairn.actors.sector;

import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.Files;
import io.cairn.persistence.sector.Seal;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import io.cairn.persistence.sector.Stage;
import java.util.Optional;

/** What a sector has to do next. */
enum Step {
    NOTHING, DRAW_TICKET, WORK, QUEUE_PRECOMMIT, SEND_PRECOMMIT, LOOK_FOR_PRECOMMIT, READ_SEED, QUEUE_COMMIT, SEND_COMMIT,
    LOOK_FOR_COMMIT, WATCH;

    /** The next step of a sector that is not held, not gone and not waiting for a clock. */
    static Step of(SectorState state) {
        if (state.created().isEmpty() || state.removed() || state.troubles().hold().isPresent()) {
            return NOTHING;
        }
        if (stage(state).isPresent()) {
            return WORK;
        }
        return switch (state.seal()) {
            case NEW -> NOTHING;
            case PACKED, LAYERED, DATA_TREE -> DRAW_TICKET;
            case SEALED -> onChain(state);
        };
    }

    /** Whether a sector goes on by itself: sealing, sending, or waiting for the chain. */
    static boolean underWay(SectorState state) {
        boolean packing = state.seal() == Seal.NEW && !state.removed()
                && state.created().filter(created -> created.kind() == SectorKind.CAPACITY).isPresent();
        Step next = of(state);
        return packing || next != NOTHING && next != WATCH;
    }

    /** The stage that workers have to do next, if there is one. */
    static Optional<Stage> stage(SectorState state) {
        return switch (state.seal()) {
            case NEW -> Optional.empty();
            case PACKED -> state.replica().hasTicket() ? Optional.of(Stage.LAYERS) : Optional.empty();
            case LAYERED -> Optional.of(Stage.DATA_TREE);
            case DATA_TREE -> Optional.of(Stage.TREES);
            case SEALED -> afterSealing(state);
        };
    }

    private static Optional<Stage> afterSealing(SectorState state) {
        if (state.chain() == Chain.SEEDED) {
            return Optional.of(Stage.PROOF);
        }
        if (state.chain() != Chain.ACTIVE || state.files() == Files.STORED) {
            return Optional.empty();
        }
        return Optional.of(state.files() == Files.LAYERS ? Stage.FINALIZE : Stage.STORE);
    }

    private static Step onChain(SectorState state) {
        return switch (state.chain()) {
            case NONE -> QUEUE_PRECOMMIT;
            case PRECOMMIT_QUEUED -> SEND_PRECOMMIT;
            case PRECOMMIT_SENT -> LOOK_FOR_PRECOMMIT;
            case PRECOMMITTED -> READ_SEED;
            case SEEDED, EXPIRED, TERMINATED -> NOTHING;
            case PROVED -> QUEUE_COMMIT;
            case COMMIT_QUEUED -> SEND_COMMIT;
            case COMMIT_SENT -> LOOK_FOR_COMMIT;
            case ACTIVE -> WATCH;
        };
    }
}

package io.cairn.node.watch;

import io.cairn.actors.view.SectorView;
import io.cairn.node.view.Overview.Tone;
import io.cairn.persistence.sector.Moment;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;

/** Where a sector is, in an operator's words and in the order of its way. */
enum SectorStage {
    DATA("waiting for data", Board.SEALING, Tone.none),
    PACKING("packing", Board.SEALING, Tone.busy),
    LAYERS("layers", Board.SEALING, Tone.busy),
    TREES("trees", Board.SEALING, Tone.busy),
    PRE_COMMIT("pre-commit", Board.PRE_COMMIT, Tone.none),
    SEED("waiting for seed", Board.SEED, Tone.none),
    PROOF("commit proof", Board.COMMIT, Tone.busy),
    COMMIT("commit", Board.COMMIT, Tone.none),
    PROVING("proving", Board.DONE, Tone.done),
    RECOVERING("recovering", Board.DONE, Tone.warn),
    FAULTY("faulty", Board.DONE, Tone.bad),
    HELD("waiting for you", Board.FAILED, Tone.bad),
    EXPIRED("expired", Board.DONE, Tone.none),
    TERMINATED("terminated", Board.DONE, Tone.none),
    REMOVED("removed", Board.DONE, Tone.none);

    /** The columns of the pipeline. */
    enum Board {
        SEALING("Sealing"),
        PRE_COMMIT("Pre-commit"),
        SEED("Seed"),
        COMMIT("Commit"),
        FAILED("Needs a hand"),
        DONE("Done");

        private final String title;

        Board(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final String words;
    private final Board board;
    private final Tone tone;

    SectorStage(String words, Board board, Tone tone) {
        this.words = words;
        this.board = board;
        this.tone = tone;
    }

    String words() {
        return words;
    }

    Board board() {
        return board;
    }

    Tone tone() {
        return tone;
    }

    static SectorStage of(SectorView view, ChainFacts chain) {
        SectorState state = view.state();
        if (state.removed()) {
            return REMOVED;
        }
        if (state.troubles().hold().isPresent()) {
            return HELD;
        }
        return switch (state.chain()) {
            case NONE -> sealing(state);
            case PRECOMMIT_QUEUED, PRECOMMIT_SENT -> PRE_COMMIT;
            case PRECOMMITTED -> SEED;
            case SEEDED -> PROOF;
            case PROVED, COMMIT_QUEUED, COMMIT_SENT -> COMMIT;
            case ACTIVE -> chain.recoveries().contains(view.number()) ? RECOVERING
                    : chain.faults().contains(view.number()) ? FAULTY : PROVING;
            case EXPIRED -> EXPIRED;
            case TERMINATED -> TERMINATED;
        };
    }

    private static SectorStage sealing(SectorState state) {
        return switch (state.seal()) {
            case NEW -> state.created().map(created -> created.kind() == SectorKind.DEAL).orElse(false)
                    ? DATA : PACKING;
            case PACKED -> LAYERS;
            case LAYERED, DATA_TREE -> TREES;
            case SEALED -> PRE_COMMIT;
        };
    }

    /** Milliseconds since 1970 at which something last happened to a sector. */
    static long since(SectorState state) {
        return state.history().isEmpty() ? 0 : state.history().getLast().at();
    }

    /** The last line of a sector's history with that name, or an empty one. */
    static Moment last(SectorState state, String what) {
        return state.history().reversed().stream().filter(moment -> moment.what().startsWith(what)).findFirst()
                .orElse(new Moment(0, what, ""));
    }
}

package io.cairn.node.report;

import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.SectorState;

/** One word for where a sector is: how far its files are until it is on the chain, then how far it is there. */
public final class SectorStates {

    private SectorStates() {}

    /** The word, such as {@code LAYERED} or {@code ACTIVE}. */
    public static String of(SectorState state) {
        if (state.removed()) {
            return "REMOVED";
        }
        return state.chain() == Chain.NONE ? state.seal().name() : state.chain().name();
    }
}

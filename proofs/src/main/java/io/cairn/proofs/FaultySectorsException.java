package io.cairn.proofs;

import java.util.List;

/** No window proof was made, because the files of some sectors do not prove them. */
public final class FaultySectorsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<Long> sectors;

    FaultySectorsException(List<Long> sectors, String details) {
        super("faulty sectors " + sectors + ": " + details);
        this.sectors = List.copyOf(sectors);
    }

    /** Numbers of the faulty sectors, ascending. */
    public List<Long> sectors() {
        return sectors;
    }
}

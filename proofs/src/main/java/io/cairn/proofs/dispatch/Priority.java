package io.cairn.proofs.dispatch;

/**
 * What goes first, strictly: as long as a computation of a higher priority has parts for all cores, those of a lower one are halted.
 * Within a priority the one that came first goes first.
 */
public enum Priority {

    /** Winning proofs: they win a block within seconds or not at all. */
    WINNING(1),
    /** Window proofs, their verification, and the reading of sectors before faults are declared recovered: late ones cost money. */
    WINDOW(1),
    /** Proofs that a replica or its update is right: deposits are lost if they do not come within days. */
    REPLICATION(1),
    /** Trees and encoding: the shorter second half of making a replica, before another is begun. Updating a replica too. */
    TREES(Integer.MAX_VALUE),
    /** Commitments of pieces: a client waits for his deal. */
    PIECE(Integer.MAX_VALUE),
    /** Data taken out of replicas: a user waits. */
    UNSEALING(Integer.MAX_VALUE),
    /** Label layers and the data tree before them: hours that nobody waits for. */
    LABELS(Integer.MAX_VALUE),
    /** Looking for damage in stored sectors. */
    CHECK(1),
    /** Creation of parameters, which happens before there is anything to prove. */
    PARAMETERS(1);

    private final int atOnce;

    Priority(int atOnce) {
        this.atOnce = atOnce;
    }

    /**
     * How many may have begun at a time. One, where a single computation keeps all cores busy and a second would only take memory;
     * any number, where much of one is a chain of steps that no second core can help with.
     */
    public int atOnce() {
        return atOnce;
    }
}

package io.cairn.persistence.sector;

/** What went wrong with a sector; each code belongs to one class. */
public enum FailureCode {
    WORKER_RESTART(FailureClass.TRANSIENT),
    API_DOWN(FailureClass.TRANSIENT),
    NO_SPACE(FailureClass.TRANSIENT),
    /** The copies of a piece or a replica could not be read from where they are. */
    FETCH_FAILED(FailureClass.TRANSIENT),
    /** The trees do not agree with the layers or with the data. */
    TREES_SELF_CHECK(FailureClass.DATA),
    /** The data tree's root is not the commitment of the pieces. */
    COMM_D_MISMATCH(FailureClass.DATA),
    /** The proof of replication does not verify. */
    PROOF_INVALID(FailureClass.DATA),
    FILES_MISSING(FailureClass.DATA),
    TICKET_EXPIRED(FailureClass.CHAIN),
    DEAL_START_PASSED(FailureClass.CHAIN),
    /** Exit codes 6 and 19: the sending address or the miner has too little. */
    INSUFFICIENT_FUNDS(FailureClass.CHAIN),
    /** Exit code 7. */
    OUT_OF_GAS(FailureClass.CHAIN),
    /** Exit codes 16, 18, 20 and all others. */
    MESSAGE_REFUSED(FailureClass.CHAIN),
    MESSAGE_LOST(FailureClass.CHAIN),
    PRECOMMIT_EXPIRED(FailureClass.FATAL),
    NUMBER_TAKEN(FailureClass.FATAL),
    BAD_HARDWARE(FailureClass.FATAL);

    private final FailureClass kind;

    FailureCode(FailureClass kind) {
        this.kind = kind;
    }

    /** The class that decides what is done. */
    public FailureClass kind() {
        return kind;
    }

    /** The code of a message that was executed with a non-zero exit code (go-state-types: exitcode). */
    public static FailureCode ofExit(long exitCode) {
        return switch ((int) exitCode) {
            case 6, 19 -> INSUFFICIENT_FUNDS;
            case 7 -> OUT_OF_GAS;
            default -> MESSAGE_REFUSED;
        };
    }
}

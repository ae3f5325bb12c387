package io.cairn.persistence.deal;

/** How far a deal is; the names that other software shows are those of Boost's checkpoints. */
public enum DealStage {
    NONE("None"),
    AWAITING_DATA("Accepted"),
    VERIFYING("Accepted"),
    PUBLISHING("Transferred"),
    AWAITING_PUBLISH("Published"),
    ADDING_PIECE("PublishConfirmed"),
    SEALING("AddedPiece"),
    ACTIVE("IndexedAndAnnounced"),
    ENDED("Complete");

    private final String checkpoint;

    DealStage(String checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** Boost's name of the last thing reached. */
    public String checkpoint() {
        return checkpoint;
    }
}

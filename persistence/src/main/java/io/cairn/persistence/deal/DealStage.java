package io.cairn.persistence.deal;

/** How far a deal is; the names that other software shows are those of Boost's checkpoints. */
public enum DealStage {
    NONE("None", "Unknown"),
    AWAITING_DATA("Accepted", "Awaiting Offline Data Import"),
    VERIFYING("Accepted", "Verifying Data"),
    PUBLISHING("Transferred", "Ready to Publish"),
    AWAITING_PUBLISH("Published", "Awaiting Publish Confirmation"),
    ADDING_PIECE("PublishConfirmed", "Adding to Sector"),
    SEALING("AddedPiece", "Sealing"),
    ACTIVE("IndexedAndAnnounced", "Active"),
    ENDED("Complete", "Ended");

    private final String checkpoint;
    private final String words;

    DealStage(String checkpoint, String words) {
        this.checkpoint = checkpoint;
        this.words = words;
    }

    /** What is going on, as an operator reads it. */
    public String words() {
        return words;
    }

    /** Boost's name of the last thing reached. */
    public String checkpoint() {
        return checkpoint;
    }
}

package io.cairn.actors.deadline;

/**
 * How long the scheduler waits, in epochs.
 *
 * @param challenge after the challenge before proving starts; 1 since randomness of null rounds is stable
 * @param submit    after opening before a proof is sent, 4 as in Lotus
 * @param settle    after closing before the window is judged: messages of the last epochs need their confidence
 * @param declare   before the cut-off after which no declaration is begun any more
 */
public record Confidence(long challenge, long submit, long settle, long declare) {
    /** Lotus' values, and 10 epochs for what Lotus does not have. */
    public static Confidence standard() {
        return new Confidence(1, 4, 10, 10);
    }
}

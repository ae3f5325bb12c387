package io.cairn.proofs.dispatch;

/** Hands out a computation's progress to its parts, one after the other, each with the share that it costs of the whole. */
public final class Shares {

    /** A share that leaves its part a thousand steps. */
    public static final long FINE = 1000;

    private final Progress whole;
    private final long total;
    private long given;

    /**
     * @param whole hears of all parts
     * @param total sum of the shares that will be handed out, in any unit fine enough to count the parts' steps in
     */
    public Shares(Progress whole, long total) {
        this.whole = whole;
        this.total = total;
    }

    /** A listener for the next part, which begins when those before it are done. */
    public Progress next(long share) {
        Progress part = whole.share(given, share, total);
        given += share;
        return part;
    }

    /** A listener for the last part, which takes all that is left. */
    public Progress rest() {
        return next(total - given);
    }
}

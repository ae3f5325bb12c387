package io.cairn.devnet.vm;

/** An actor ends a call with an exit code; everything that the call changed is undone. */
public final class ActorAbort extends RuntimeException {

    private final int exitCode;

    /** An abort with an exit code other than zero. */
    public ActorAbort(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** See {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }

    /** Aborts unless {@code holds}. */
    public static void require(boolean holds, int exitCode, String message) {
        if (!holds) {
            throw new ActorAbort(exitCode, message);
        }
    }
}

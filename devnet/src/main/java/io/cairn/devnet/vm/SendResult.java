package io.cairn.devnet.vm;

/** Outcome of a call to another actor: exit code, return value and the reason of a failure. */
public record SendResult(int exitCode, byte[] returned, String error) {

    /** Whether the exit code is zero. */
    public boolean succeeded() {
        return exitCode == ExitCode.OK;
    }

    /** The return value; a failure aborts the caller with the callee's exit code. */
    public byte[] orAbort() {
        if (!succeeded()) {
            throw new ActorAbort(exitCode, error);
        }
        return returned;
    }
}

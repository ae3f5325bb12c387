package io.cairn.devnet.vm;

/** The behaviour of one kind of actor. */
public interface ActorCode {

    /** Returned by methods without a return value. */
    byte[] NOTHING = new byte[0];

    /**
     * Runs one method, other than a plain transfer (0).
     *
     * @return the return value in CBOR, possibly empty
     * @throws ActorAbort when the call fails
     */
    byte[] invoke(Invocation call, long method, byte[] params);

    /** Aborts as the network does for a number that the actor does not have. */
    static ActorAbort unhandled(long method) {
        return new ActorAbort(ExitCode.UNHANDLED_MESSAGE, "method " + method + " does not exist");
    }
}

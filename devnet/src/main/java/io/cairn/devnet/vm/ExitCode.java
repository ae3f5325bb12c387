package io.cairn.devnet.vm;

/**
 * Exit codes of messages.
 *
 * <p>Source: ref-fvm, shared/src/error/mod.rs.
 */
public final class ExitCode {
    public static final int OK = 0;
    public static final int SENDER_INVALID = 1;
    public static final int SENDER_STATE_INVALID = 2;
    public static final int ILLEGAL_INSTRUCTION = 4;
    public static final int INVALID_RECEIVER = 5;
    public static final int NO_FUNDS_FOR_VALUE = 6;
    public static final int OUT_OF_GAS = 7;
    public static final int ILLEGAL_ARGUMENT = 16;
    public static final int NOT_FOUND = 17;
    public static final int FORBIDDEN = 18;
    public static final int INSUFFICIENT_FUNDS = 19;
    public static final int ILLEGAL_STATE = 20;
    public static final int SERIALIZATION = 21;
    public static final int UNHANDLED_MESSAGE = 22;
    public static final int DEAL_EXPIRED = 32;
    public static final int DEAL_NOT_ACTIVATED = 33;
    public static final int BALANCE_INVARIANTS_BROKEN = 1000;
    public static final int NOTIFICATION_REJECTED = 1004;

    private ExitCode() {
    }
}

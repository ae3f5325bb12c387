package io.cairn.protocol.message;

import io.cairn.protocol.cbor.WireEnum;
import java.util.Optional;

/** Exit codes with a meaning shared by all actors (go-state-types: exitcode). Actors may use others from 32 on. */
public enum ExitCode implements WireEnum {
    OK("Ok"),
    SYS_SENDER_INVALID("SysErrSenderInvalid"),
    SYS_SENDER_STATE_INVALID("SysErrSenderStateInvalid"),
    SYS_RESERVED_1("SysErrReserved1"),
    SYS_ILLEGAL_INSTRUCTION("SysErrIllegalInstruction"),
    SYS_INVALID_RECEIVER("SysErrInvalidReceiver"),
    SYS_INSUFFICIENT_FUNDS("SysErrInsufficientFunds"),
    SYS_OUT_OF_GAS("SysErrOutOfGas"),
    SYS_RESERVED_2("SysErrReserved2"),
    SYS_ILLEGAL_EXIT_CODE("SysErrIllegalExitCode"),
    SYS_FATAL("SysFatal"),
    SYS_MISSING_RETURN("SysErrMissingReturn"),
    SYS_RESERVED_3("SysErrReserved3"),
    SYS_RESERVED_4("SysErrReserved4"),
    SYS_RESERVED_5("SysErrReserved5"),
    SYS_RESERVED_6("SysErrReserved6"),
    ILLEGAL_ARGUMENT("ErrIllegalArgument"),
    NOT_FOUND("ErrNotFound"),
    FORBIDDEN("ErrForbidden"),
    INSUFFICIENT_FUNDS("ErrInsufficientFunds"),
    ILLEGAL_STATE("ErrIllegalState"),
    SERIALIZATION("ErrSerialization"),
    UNHANDLED_MESSAGE("ErrUnhandledMessage"),
    UNSPECIFIED("ErrUnspecified"),
    ASSERTION_FAILED("ErrAssertionFailed"),
    READ_ONLY("ErrReadOnly"),
    NOT_PAYABLE("ErrNotPayable");

    private final String text;

    ExitCode(String text) {
        this.text = text;
    }

    /** The shared meaning of a number, if it has one. */
    public static Optional<ExitCode> ofNumber(long number) {
        ExitCode[] codes = values();
        return number >= 0 && number < codes.length ? Optional.of(codes[(int) number]) : Optional.empty();
    }

    /** How operators' tools print a number: {@code ErrForbidden(18)}, or the number alone where it has no shared meaning. */
    public static String describe(long number) {
        return ofNumber(number).map(code -> code.text + "(" + number + ")").orElseGet(() -> Long.toString(number));
    }

    @Override
    public int number() {
        return ordinal();
    }

    /** Whether the sender could not pay or did not exist, so that nothing was executed. */
    public boolean isSendFailure() {
        return this == SYS_SENDER_INVALID || this == SYS_SENDER_STATE_INVALID;
    }
}

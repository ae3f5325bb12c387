package io.cairn.protocol.address;

/** A text or bytes that are no address, with the reason of the network's reference implementation (go-address: errors). */
public final class AddressException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Why an address is refused. */
    public enum Reason {
        UNKNOWN_NETWORK, UNKNOWN_PROTOCOL, INVALID_PAYLOAD, INVALID_LENGTH, INVALID_CHECKSUM, INVALID_ENCODING, ILLEGAL_CHARACTER
    }

    private final Reason reason;

    AddressException(Reason reason, String address, String detail) {
        super("address '" + address + "': " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

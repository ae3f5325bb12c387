package io.cairn.protocol.address;

/** The letter before an address text; both are accepted on input, one is written by the whole process. */
public enum AddressNetwork {
    MAINNET('f'),
    TESTNET('t');

    private static volatile AddressNetwork current = TESTNET;

    private final char letter;

    AddressNetwork(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    /** The letter that {@link Address#toString()} writes. */
    public static AddressNetwork current() {
        return current;
    }

    /** Sets the letter for the process, once at start. */
    public static void use(AddressNetwork network) {
        current = network;
    }
}

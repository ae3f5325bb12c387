package io.cairn.protocol.address;

import io.cairn.protocol.address.AddressException.Reason;
import io.cairn.protocol.encoding.Base32;
import io.cairn.protocol.encoding.Varint;
import io.cairn.protocol.hash.Blake2b;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The text form of addresses: network letter, protocol digit, then a number or base 32 with a BLAKE2b-32 checksum. */
final class AddressText {

    private static final String EMPTY = "<empty>";
    private static final int MIN_LENGTH = 3;
    private static final int MAX_LENGTH = 115;
    private static final int MAX_ID_DIGITS = 19;
    private static final int CHECKSUM_LENGTH = 4;

    private AddressText() {
    }

    static String write(Address address, AddressNetwork network) {
        if (!address.isDefined()) {
            return EMPTY;
        }
        String start = "" + network.letter() + address.protocol().ordinal();
        byte[] payload = address.payload();
        return start + switch (address.protocol()) {
            case ID -> Long.toString(address.id());
            case SECP256K1, ACTOR, BLS -> Base32.encode(concat(payload, checksum(address)));
            case DELEGATED -> {
                ByteBuffer in = ByteBuffer.wrap(payload);
                long namespace = Varint.read(in);
                byte[] subaddress = Arrays.copyOfRange(payload, in.position(), payload.length);
                yield namespace + "f" + Base32.encode(concat(subaddress, checksum(address)));
            }
        };
    }

    static Address parse(String text) {
        if (text.isEmpty() || text.equals(EMPTY)) {
            return Address.UNDEFINED;
        }
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            throw new AddressException(Reason.INVALID_LENGTH, text, text.length() + " characters, expected 3 to 115");
        }
        char letter = text.charAt(0);
        if (letter != AddressNetwork.MAINNET.letter() && letter != AddressNetwork.TESTNET.letter()) {
            throw new AddressException(Reason.UNKNOWN_NETWORK, text, "network letter '" + letter + "', expected f or t");
        }
        String rest = text.substring(2);
        return switch (text.charAt(1)) {
            case '0' -> id(text, rest);
            case '1' -> hashed(Protocol.SECP256K1, Address.HASH_LENGTH, text, rest);
            case '2' -> hashed(Protocol.ACTOR, Address.HASH_LENGTH, text, rest);
            case '3' -> hashed(Protocol.BLS, Address.BLS_LENGTH, text, rest);
            case '4' -> delegated(text, rest);
            default -> throw new AddressException(Reason.UNKNOWN_PROTOCOL, text, "protocol '" + text.charAt(1) + "', expected 0 to 4");
        };
    }

    private static Address id(String text, String digits) {
        if (digits.length() > MAX_ID_DIGITS) {
            throw new AddressException(Reason.INVALID_LENGTH, text, "id of " + digits.length() + " digits, at most 19 allowed");
        }
        return Address.ofId(number(text, digits));
    }

    private static Address hashed(Protocol protocol, int length, String text, String encoded) {
        byte[] decoded = decode(text, encoded);
        if (decoded.length != length + CHECKSUM_LENGTH) {
            throw new AddressException(Reason.INVALID_LENGTH, text,
                decoded.length + " bytes of payload and checksum, expected " + (length + CHECKSUM_LENGTH));
        }
        return checked(Address.of(protocol, Arrays.copyOf(decoded, length)), decoded, text);
    }

    private static Address delegated(String text, String rest) {
        int separator = rest.indexOf('f');
        if (separator < 1) {
            throw new AddressException(Reason.INVALID_PAYLOAD, text, "no namespace followed by f");
        }
        long namespace = number(text, rest.substring(0, separator));
        byte[] decoded = decode(text, rest.substring(separator + 1));
        int length = decoded.length - CHECKSUM_LENGTH;
        if (length < 0 || length > Address.MAX_SUBADDRESS) {
            throw new AddressException(Reason.INVALID_LENGTH, text, decoded.length + " bytes of subaddress and checksum, expected 4 to 58");
        }
        return checked(Address.ofDelegated(namespace, Arrays.copyOf(decoded, length)), decoded, text);
    }

    private static long number(String text, String digits) {
        boolean plain = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            if (plain) {
                return Long.parseLong(digits);
            }
        } catch (NumberFormatException _) {
            plain = false;
        }
        throw new AddressException(Reason.INVALID_PAYLOAD, text, "'" + digits + "' is not a number from 0 to 2^63-1");
    }

    private static byte[] decode(String text, String encoded) {
        if (!encoded.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '2' && c <= '7')) {
            throw new AddressException(Reason.ILLEGAL_CHARACTER, text, "characters outside the base 32 alphabet");
        }
        try {
            return Base32.decode(encoded);
        } catch (IllegalArgumentException refused) {
            throw new AddressException(Reason.INVALID_ENCODING, text, refused.getMessage());
        }
    }

    private static Address checked(Address address, byte[] decoded, String text) {
        byte[] stated = Arrays.copyOfRange(decoded, decoded.length - CHECKSUM_LENGTH, decoded.length);
        if (!Arrays.equals(stated, checksum(address))) {
            throw new AddressException(Reason.INVALID_CHECKSUM, text, "checksum does not match");
        }
        return address;
    }

    private static byte[] checksum(Address address) {
        return Blake2b.digest(CHECKSUM_LENGTH, address.bytes());
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

package io.cairn.protocol.encoding;

/** Lower-case RFC 4648 base 32 without padding; decoding accepts exactly what encoding writes. */
public final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {
    }

    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8 | b & 0xff) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >>> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }

    /** Refuses other characters, impossible lengths and non-zero trailing bits with IllegalArgumentException. */
    public static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int filled = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("character '" + text.charAt(i) + "' is not of the base 32 alphabet");
            }
            buffer = (buffer << 5 | digit) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[filled++] = (byte) (buffer >>> bits);
            }
        }
        if (bits >= 5 || (buffer & (1 << bits) - 1) != 0) {
            throw new IllegalArgumentException("base 32 text with stray trailing bits: " + text);
        }
        return bytes;
    }
}

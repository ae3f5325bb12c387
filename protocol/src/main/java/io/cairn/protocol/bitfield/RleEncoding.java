package io.cairn.protocol.bitfield;

import io.cairn.protocol.cbor.CborException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * RLE+: two version bits 00, the value of the first run, then runs of alternating value: {@code 1} for length 1, {@code 01}
 * and four bits for 2 to 15, {@code 00} and LEB128 for 16 and more; bits fill bytes from the least significant
 * (ref-fvm: ipld/bitfield/src/rleplus). Decoding is as strict as on chain: exactly one encoding of a set is accepted.
 */
final class RleEncoding {

    /** Longest encoding, both ways. */
    static final int MAX_LENGTH = 32_768;

    private static final int SHORT_BITS = 4;
    private static final int LONG_FROM = 16;
    private static final int MAX_VARINT = 10;

    private RleEncoding() {
    }

    /** Alternating run lengths, the first counting absent numbers (0 when number 0 is present). */
    static long[] decode(byte[] encoded) {
        if (encoded.length > MAX_LENGTH) {
            throw refused(encoded.length + " bytes, at most " + MAX_LENGTH + " allowed");
        }
        if (encoded.length == 0) {
            return new long[1];
        }
        if (encoded[encoded.length - 1] == 0) {
            throw refused("the last byte is zero");
        }
        BitReader in = new BitReader(encoded);
        if (in.bits(2) != 0) {
            throw refused("version is not 0");
        }
        long[] lengths = new long[16];
        int runs = in.bits(1) == 1 ? 1 : 0;
        while (in.hasOnes()) {
            if (runs == lengths.length) {
                lengths = Arrays.copyOf(lengths, 2 * runs);
            }
            lengths[runs++] = run(in);
        }
        return checked(Arrays.copyOf(lengths, runs));
    }

    static byte[] encode(long[] lengths) {
        if (lengths.length == 1) {
            return new byte[0];
        }
        BitWriter out = new BitWriter();
        out.bits(0, 2);
        out.bits(lengths[0] == 0 ? 1 : 0, 1);
        for (int i = lengths[0] == 0 ? 1 : 0; i < lengths.length; i++) {
            append(out, lengths[i]);
        }
        byte[] encoded = out.toByteArray();
        if (encoded.length > MAX_LENGTH) {
            throw refused("its encoding takes " + encoded.length + " bytes, at most " + MAX_LENGTH + " allowed");
        }
        return encoded;
    }

    private static long[] checked(long[] lengths) {
        if (lengths.length % 2 == 1) {
            throw refused("it ends with a run of absent numbers");
        }
        long end = 0;
        for (long length : lengths) {
            if (Long.compareUnsigned(end + length, end) < 0) {
                throw refused("it reaches beyond 2^64-1");
            }
            end += length;
        }
        return lengths;
    }

    private static long run(BitReader in) {
        if (in.bits(1) == 1) {
            return 1;
        }
        if (in.bits(1) == 1) {
            long length = in.bits(SHORT_BITS);
            if (length < 2) {
                throw refused("a short run of length " + length);
            }
            return length;
        }
        long length = varint(in);
        if (Long.compareUnsigned(length, LONG_FROM) < 0) {
            throw refused("a long run of length " + length);
        }
        return length;
    }

    private static long varint(BitReader in) {
        long value = 0;
        for (int i = 0; i < MAX_VARINT; i++) {
            long octet = in.bits(8);
            if (i == MAX_VARINT - 1 && octet > 1) {
                break;
            }
            value |= (octet & 0x7f) << 7 * i;
            if (octet < 0x80) {
                if (octet == 0 && i > 0) {
                    throw refused("a run length that is not minimal");
                }
                return value;
            }
        }
        throw refused("a run length beyond 2^64-1");
    }

    private static void append(BitWriter out, long length) {
        if (length == 1) {
            out.bits(1, 1);
        } else if (length > 0 && length < LONG_FROM) {
            out.bits(2, 2);
            out.bits((int) length, SHORT_BITS);
        } else {
            out.bits(0, 2);
            long rest = length;
            while (Long.compareUnsigned(rest, 0x80) >= 0) {
                out.bits((int) (rest & 0x7f | 0x80), 8);
                rest >>>= 7;
            }
            out.bits((int) rest, 8);
        }
    }

    private static CborException refused(String why) {
        return new CborException("bit field: " + why);
    }

    /** Bits from the least significant of the first byte; beyond the end they are zero. */
    private static final class BitReader {

        private final byte[] bytes;
        private final long lastOne;
        private long position;

        BitReader(byte[] bytes) {
            this.bytes = bytes;
            this.lastOne = 8L * (bytes.length - 1) + 31 - Integer.numberOfLeadingZeros(bytes[bytes.length - 1] & 0xff);
        }

        boolean hasOnes() {
            return position <= lastOne;
        }

        int bits(int count) {
            int value = 0;
            for (int i = 0; i < count; i++, position++) {
                int index = (int) (position >>> 3);
                if (index < bytes.length) {
                    value |= (bytes[index] >>> (position & 7) & 1) << i;
                }
            }
            return value;
        }
    }

    /** Bits to the least significant of the first byte; trailing zero bytes are dropped. */
    private static final class BitWriter {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int buffer;
        private int filled;

        void bits(int value, int count) {
            buffer |= value << filled;
            filled += count;
            while (filled >= 8) {
                out.write(buffer);
                buffer >>>= 8;
                filled -= 8;
            }
        }

        byte[] toByteArray() {
            out.write(buffer);
            byte[] all = out.toByteArray();
            int length = all.length;
            while (length > 0 && all[length - 1] == 0) {
                length--;
            }
            return Arrays.copyOf(all, length);
        }
    }
}

package io.cairn.protocol.bitfield;

import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;

/**
 * An immutable set of unsigned 64-bit numbers kept as runs, so that its cost grows with the number of runs and not with the
 * numbers in it (go-bitfield). Its CBOR form is a byte string of {@link RleEncoding RLE+}.
 */
public final class BitField implements CborEncodable {

    public static final BitField EMPTY = new BitField(new long[0]);

    /** Ascending bounds: from (inclusive) and to (exclusive) of each run, unsigned, no two runs touching. */
    private final long[] bounds;

    private BitField(long[] bounds) {
        this.bounds = bounds;
    }

    /** The set of these numbers. */
    public static BitField of(long... numbers) {
        long[] sorted = Arrays.stream(numbers).map(BitField::flip).sorted().map(BitField::flip).distinct().toArray();
        Bounds bounds = new Bounds();
        for (long number : sorted) {
            bounds.add(number, number + 1);
        }
        return new BitField(bounds.toArray());
    }

    /** The set of these numbers. */
    public static BitField of(Collection<Long> numbers) {
        return of(numbers.stream().mapToLong(Long::longValue).toArray());
    }

    /** The numbers from {@code from} (inclusive) to {@code to} (exclusive). */
    public static BitField ofRange(long from, long to) {
        Bounds bounds = new Bounds();
        bounds.add(from, to);
        return new BitField(bounds.toArray());
    }

    /**
     * From the JSON form: alternating run lengths, the first counting absent numbers. IllegalArgumentException for a zero
     * anywhere but first, or more than 2^64-1 numbers in all.
     */
    public static BitField ofRuns(long... lengths) {
        Bounds bounds = new Bounds();
        long position = 0;
        for (int i = 0; i < lengths.length; i++) {
            long end = position + lengths[i];
            if (lengths[i] == 0 && i > 0) {
                throw new IllegalArgumentException("run " + i + " has length 0");
            }
            if (Long.compareUnsigned(end, position) < 0) {
                throw new IllegalArgumentException("run " + i + " ends beyond 2^64-1");
            }
            if (i % 2 == 1) {
                bounds.add(position, end);
            }
            position = end;
        }
        return new BitField(bounds.toArray());
    }

    /** From RLE+ bytes; CborException unless they are the one canonical encoding of a set. */
    public static BitField decode(byte[] encoded) {
        return ofRuns(RleEncoding.decode(encoded));
    }

    /** The RLE+ bytes; CborException when they would exceed the protocol's limit of 32 768 bytes. */
    public byte[] encode() {
        return RleEncoding.encode(runs());
    }

    public static BitField readFrom(CborReader reader) {
        return decode(reader.bytes(RleEncoding.MAX_LENGTH));
    }

    @Override
    public void writeTo(CborWriter writer) {
        writer.bytes(encode());
    }

    /** The JSON form: alternating run lengths, the first counting absent numbers; the empty set is a single 0. */
    public long[] runs() {
        if (isEmpty()) {
            return new long[1];
        }
        long[] lengths = new long[bounds.length];
        long position = 0;
        for (int i = 0; i < bounds.length; i++) {
            lengths[i] = bounds[i] - position;
            position = bounds[i];
        }
        return lengths;
    }

    public BitField union(BitField other) {
        return BoundsMerge.UNION.apply(this, other);
    }

    public BitField intersect(BitField other) {
        return BoundsMerge.INTERSECTION.apply(this, other);
    }

    /** The numbers of this set that are not in {@code other}. */
    public BitField minus(BitField other) {
        return BoundsMerge.DIFFERENCE.apply(this, other);
    }

    /** This set with the numbers of {@code other} removed from the number line and all later numbers moved down over the gaps. */
    public BitField cut(BitField other) {
        BitField kept = minus(other);
        Bounds result = new Bounds();
        long removed = 0;
        int hole = 0;
        for (int i = 0; i < kept.bounds.length; i += 2) {
            while (hole < other.bounds.length && Long.compareUnsigned(other.bounds[hole], kept.bounds[i]) < 0) {
                removed += other.bounds[hole + 1] - other.bounds[hole];
                hole += 2;
            }
            result.add(kept.bounds[i] - removed, kept.bounds[i + 1] - removed);
        }
        return new BitField(result.toArray());
    }

    /** The {@code count} members after the first {@code skip}; NoSuchElementException when there are fewer. */
    public BitField slice(long skip, long count) {
        Bounds result = new Bounds();
        long toSkip = skip;
        long wanted = count;
        for (int i = 0; i < bounds.length && wanted != 0; i += 2) {
            long length = bounds[i + 1] - bounds[i];
            if (Long.compareUnsigned(length, toSkip) <= 0) {
                toSkip -= length;
                continue;
            }
            long from = bounds[i] + toSkip;
            long available = length - toSkip;
            long taken = Long.compareUnsigned(available, wanted) < 0 ? available : wanted;
            result.add(from, from + taken);
            toSkip = 0;
            wanted -= taken;
        }
        if (wanted != 0) {
            throw new NoSuchElementException("slice from " + skip + " of " + count + " exceeds the set of " + count());
        }
        return new BitField(result.toArray());
    }

    public boolean contains(long number) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (Long.compareUnsigned(number, bounds[i + 1]) < 0) {
                return Long.compareUnsigned(bounds[i], number) <= 0;
            }
        }
        return false;
    }

    public boolean containsAll(BitField other) {
        return other.minus(this).isEmpty();
    }

    public boolean intersects(BitField other) {
        return !intersect(other).isEmpty();
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** How many numbers are in the set, unsigned. */
    public long count() {
        long count = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            count += bounds[i + 1] - bounds[i];
        }
        return count;
    }

    /** The smallest member; NoSuchElementException when empty. */
    public long first() {
        requireMembers();
        return bounds[0];
    }

    /** The greatest member; NoSuchElementException when empty. */
    public long last() {
        requireMembers();
        return bounds[bounds.length - 1] - 1;
    }

    /** The members in ascending order. */
    public LongStream stream() {
        return LongStream.range(0, bounds.length / 2)
            .flatMap(run -> LongStream.range(bounds[(int) (2 * run)], bounds[(int) (2 * run + 1)]));
    }

    long[] bounds() {
        return bounds;
    }

    static BitField ofBounds(long[] bounds) {
        return bounds.length == 0 ? EMPTY : new BitField(bounds);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitField that && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** The runs: {@code {1-3, 7}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(i == 0 ? "" : ", ").append(Long.toUnsignedString(bounds[i]));
            if (bounds[i + 1] - bounds[i] != 1) {
                text.append('-').append(Long.toUnsignedString(bounds[i + 1] - 1));
            }
        }
        return text.append('}').toString();
    }

    private void requireMembers() {
        if (isEmpty()) {
            throw new NoSuchElementException("the set is empty");
        }
    }

    private static long flip(long number) {
        return number ^ Long.MIN_VALUE;
    }
}

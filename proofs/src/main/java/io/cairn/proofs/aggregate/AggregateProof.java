package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Point;
import io.cairn.proofs.pairing.Gt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Many Groth16 proofs in one: 2,260 bytes and 2,976 more for each halving, {@link #fromBytes} and {@link #toBytes}.
 *
 * @param comAb    commitment to all A and B
 * @param comC     commitment to all C
 * @param ipAb     product of the pairings of A with B, each to a power of r
 * @param aggC     sum of C times powers of r
 * @param rounds   one for each halving: the binary logarithm of the number of proofs
 * @param folded   what is left after the rounds
 * @param vOpening opening of the folded key v, in G2
 * @param wOpening opening of the folded key w, in G1
 */
public record AggregateProof(GtPair comAb, GtPair comC, Gt ipAb, Point aggC, List<Round> rounds, Folded folded, PointPair vOpening,
                             PointPair wOpening) {

    /** The most proofs that an aggregate may hold. */
    public static final int MOST_PROOFS = 1 << 16;

    private static final int FIXED_BYTES = 2260;
    private static final int ROUND_BYTES = 2976;

    public AggregateProof {
        rounds = List.copyOf(rounds);
    }

    /** Proofs aggregated, those that only fill up to a power of two included. */
    public int proofs() {
        return 1 << rounds.size();
    }

    /** Bytes of an aggregate of that many proofs, a power of two from 2. */
    public static int bytes(int proofs) {
        return FIXED_BYTES + ROUND_BYTES * Integer.numberOfTrailingZeros(requireCount(proofs));
    }

    /** Proofs in the aggregate that {@code proofs} of them are filled up to: the next power of two, at least 2. */
    public static int padded(int proofs) {
        if (proofs < 1 || proofs > MOST_PROOFS) {
            throw new IllegalArgumentException("proofs to aggregate: " + proofs + ", expected 1 to " + MOST_PROOFS);
        }
        return proofs == 1 ? 2 : Integer.highestOneBit(2 * proofs - 1);
    }

    /** A list of what belongs to each proof, with its last element repeated up to {@link #padded}. */
    public static <T> List<T> filled(List<T> list) {
        List<T> filled = new ArrayList<>(list);
        filled.addAll(Collections.nCopies(padded(list.size()) - list.size(), list.getLast()));
        return filled;
    }

    static int requireCount(int proofs) {
        if (proofs < 2 || proofs > MOST_PROOFS || Integer.bitCount(proofs) != 1) {
            throw new AggregateFormatException("aggregated proofs: " + Integer.toUnsignedString(proofs) + ", expected a power of two from 2 to "
                    + MOST_PROOFS);
        }
        return proofs;
    }

    /**
     * Reads an aggregate.
     *
     * @throws AggregateFormatException if the number of proofs is none that can be, the length is not its own, or an element is malformed or
     *                                  outside its group
     */
    public static AggregateProof fromBytes(byte[] bytes) {
        return AggregateReader.read(bytes);
    }

    /** The bytes as the reference writes them. */
    public byte[] toBytes() {
        return AggregateWriter.write(this);
    }
}

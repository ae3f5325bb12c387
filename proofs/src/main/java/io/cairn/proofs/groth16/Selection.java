package io.cairn.proofs.groth16;

import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.FrVector;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;

/** The members of a set of variables in ascending order, outside the heap. */
final class Selection {

    private static final int MEMBERS_OF_A_PART = 1 << 16;

    private final MemorySegment members;

    private Selection(MemorySegment members) {
        this.members = members;
    }

    static Selection of(BitSet set, Arena arena) {
        MemorySegment members = arena.allocate(bytes(set.cardinality()), Integer.BYTES);
        long next = 0;
        for (int member = set.nextSetBit(0); member >= 0; member = set.nextSetBit(member + 1)) {
            if (next % MEMBERS_OF_A_PART == 0) {
                ProofDispatcher.giveWay();
            }
            members.setAtIndex(ValueLayout.JAVA_INT, next++, member);
        }
        return new Selection(members);
    }

    /** Bytes that a selection of so many takes. */
    static long bytes(long count) {
        return count * Integer.BYTES;
    }

    long count() {
        return members.byteSize() / Integer.BYTES;
    }

    /** The values of the members. */
    Scalars of(FrVector values) {
        return new Scalars(values, count(), this::member);
    }

    /** The member with the given number. */
    long member(long number) {
        return members.getAtIndex(ValueLayout.JAVA_INT, number);
    }
}

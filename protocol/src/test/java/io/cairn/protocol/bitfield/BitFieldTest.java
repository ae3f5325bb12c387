package io.cairn.protocol.bitfield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BitFieldTest {

    @Property
    void setOperationsAgreeWithPlainSets(
            @ForAll @Size(max = 60) Set<@LongRange(min = 0, max = 90) Long> left,
            @ForAll @Size(max = 60) Set<@LongRange(min = 0, max = 90) Long> right) {
        BitField a = BitField.of(left);
        BitField b = BitField.of(right);
        TreeSet<Long> union = new TreeSet<>(left);
        union.addAll(right);
        TreeSet<Long> intersection = new TreeSet<>(left);
        intersection.retainAll(right);
        TreeSet<Long> difference = new TreeSet<>(left);
        difference.removeAll(right);
        assertEquals(BitField.of(union), a.union(b));
        assertEquals(BitField.of(intersection), a.intersect(b));
        assertEquals(BitField.of(difference), a.minus(b));
        assertEquals(left.containsAll(right), a.containsAll(b));
        assertEquals(left.size(), a.count());
        assertArrayEquals(new TreeSet<>(left).stream().mapToLong(Long::longValue).toArray(), a.stream().toArray());
        assertEquals(a, BitField.decode(a.encode()));
        assertEquals(a, BitField.ofRuns(a.runs()));
    }

    @Test
    void aRangeBeyondSignedNumbersIsKept() {
        BitField whole = BitField.ofRuns(0, -1);
        assertEquals(whole, BitField.decode(whole.encode()));
        assertEquals(true, whole.contains(-2));
        assertThrows(IllegalArgumentException.class, () -> BitField.ofRuns(1, -1));
    }
}

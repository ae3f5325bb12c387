package io.cairn.proofs.circuit.gadget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.circuit.Satisfaction;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void bitsAreTheCanonicalOnes() {
        for (BigInteger number : List.of(BigInteger.ZERO, BigInteger.ONE, Fr.MODULUS.subtract(BigInteger.ONE), new BigInteger(254, new Random(1)))) {
            ProvingAssignment assignment = satisfied(system -> {
                Numbers numbers = new Numbers(new Rows(system));
                numbers.toBits(numbers.allocate(Scalar.of(number)));
            });
            for (int i = 0; i < Numbers.FIELD_BITS; i++) {
                assertEquals(number.testBit(i) ? Scalar.ONE : Scalar.ZERO, aux(assignment, i + 1), "bit " + i + " of " + number);
            }
        }
    }

    /** The rows accept a number's other representation, the sum with the order, as the reference's rows do: nothing relies on it. */
    @Test
    void bitsAreNotStrict() {
        Circuit circuit = system -> {
            Numbers numbers = new Numbers(new Rows(system));
            numbers.toBits(numbers.allocate(Scalar.of(5)));
        };
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        long[] aux = assignment.aux().toArray();
        for (int i = 0; i < Numbers.FIELD_BITS; i++) {
            (Fr.MODULUS.add(BigInteger.valueOf(5)).testBit(i) ? Scalar.ONE : Scalar.ZERO).copyTo(aux, Fr.LIMBS * (i + 1));
        }
        assertEquals(OptionalInt.empty(), Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), FrVector.of(aux, Arena.ofAuto())));
    }

    @Test
    void aBitOfTwoIsRefused() {
        Circuit circuit = system -> new Bits(new Rows(system)).allocate(true);
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        long[] aux = assignment.aux().toArray();
        Scalar.of(2).copyTo(aux, 0);
        assertEquals(OptionalInt.of(0), Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), FrVector.of(aux, Arena.ofAuto())));
    }

    @Test
    void packingAndUnpackingAgree() {
        ProvingAssignment assignment = satisfied(system -> {
            Rows rows = new Rows(system);
            Numbers numbers = new Numbers(rows);
            int[] bits = new Bits(rows).allocate(0xfedc_ba98_7654_3210L, 64);
            numbers.pack(bits);
            numbers.packPublic(bits);
            numbers.packPublic(new int[0]);
        });
        Scalar packed = Scalar.of(new BigInteger("fedcba9876543210", 16));
        assertEquals(packed, aux(assignment, 64));
        assertEquals(2, assignment.size().inputs());
        assertEquals(packed, assignment.inputs().scalar(1));
    }

    @Test
    void onePublicInputHoldsAtMost254Bits() {
        Circuit circuit = system -> new Numbers(new Rows(system)).packPublic(new int[255]);
        assertThrows(IllegalArgumentException.class, circuit::size);
    }

    @Test
    void insertionPutsTheNumberAtItsPosition() {
        for (int size : new int[] {2, 4, 8}) {
            for (int position = 0; position < size; position++) {
                insertAt(size, position);
            }
        }
    }

    @Test
    void insertionRefusesOtherSizes() {
        Circuit circuit = system -> new Insertion(new Rows(system)).insert(0, new int[2], new int[2]);
        assertThrows(IllegalArgumentException.class, circuit::size);
    }

    private static void insertAt(int size, int position) {
        List<Scalar> actual = new ArrayList<>();
        satisfied(system -> {
            Rows rows = new Rows(system);
            Numbers numbers = new Numbers(rows);
            int inserted = numbers.allocate(Scalar.of(100));
            int[] bits = new Bits(rows).allocate(position, Integer.numberOfTrailingZeros(size));
            int[] others = new int[size - 1];
            for (int i = 0; i < others.length; i++) {
                others[i] = numbers.allocate(Scalar.of(i));
            }
            long[] limbs = new long[Fr.LIMBS];
            actual.clear();
            for (int number : new Insertion(rows).insert(inserted, bits, others)) {
                system.value(number, limbs, 0);
                actual.add(Scalar.ofLimbs(limbs, 0));
            }
            if (system.assigned()) {
                assertEquals(expected(size, position), actual);
            }
        });
    }

    private static List<Scalar> expected(int size, int position) {
        List<Scalar> expected = new ArrayList<>();
        for (int i = 0; i < size - 1; i++) {
            expected.add(Scalar.of(i));
        }
        expected.add(position, Scalar.of(100));
        return expected;
    }

    private static ProvingAssignment satisfied(Circuit circuit) {
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        assertEquals(OptionalInt.empty(), Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), assignment.aux()));
        return assignment;
    }

    private static Scalar aux(ProvingAssignment assignment, int index) {
        return assignment.aux().scalar(index);
    }
}

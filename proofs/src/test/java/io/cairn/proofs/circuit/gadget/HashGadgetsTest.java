package io.cairn.proofs.circuit.gadget;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.EvaluatedRows;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.circuit.Satisfaction;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.hash.Poseidon;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HashGadgetsTest {

    @Property(tries = 12)
    void sha256OfAnyBytes(@ForAll @Size(max = 130) byte[] message) throws NoSuchAlgorithmException {
        byte[] digest = new byte[32];
        Circuit circuit = system -> {
            Bits bits = new Bits(new Rows(system));
            int[] literals = new int[8 * message.length];
            for (int i = 0; i < literals.length; i++) {
                boolean bit = (message[i / 8] >>> 7 - i % 8 & 1) == 1;
                literals[i] = i % 3 == 0 ? Literal.constant(bit) : bits.allocate(bit);
            }
            int[] hash = new Sha256Gadget(new Rows(system)).hash(literals);
            for (int i = 0; system.assigned() && i < hash.length; i++) {
                digest[i / 8] |= (byte) (bits.value(hash[i]) ? 0x80 >>> i % 8 : 0);
            }
        };
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(message), digest);
        assertEquals(OptionalInt.empty(), Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), assignment.aux()));
        EvaluatedRows.assertAreThoseOfTheStructure(circuit, assignment);
    }

    @Test
    void sha256RefusesPartsOfBytes() {
        Circuit circuit = system -> new Sha256Gadget(new Rows(system)).hash(new int[7]);
        assertThrows(IllegalArgumentException.class, circuit::size);
    }

    @Property(tries = 20)
    void poseidonIsTheHashOutsideTheCircuit(@ForAll long seed) {
        for (int arity : new int[] {2, 4, 8, 11}) {
            List<Scalar> preimage = scalars(new Random(seed), arity);
            assertEquals(Poseidon.ofArity(arity).hash(preimage), hashed(PoseidonGadget::new, preimage), "arity " + arity);
        }
    }

    @Test
    void poseidonOfTheExtremes() {
        List<Scalar> preimage = List.of(Scalar.ZERO, Scalar.of(Fr.MODULUS.subtract(BigInteger.ONE)));
        assertEquals(Poseidon.ofArity(2).hash(preimage), hashed(PoseidonGadget::new, preimage));
    }

    @Test
    void poseidonRefusesOtherArities() {
        assertThrows(IllegalArgumentException.class, () -> hashed(PoseidonGadget::new, scalars(new Random(1), 3)));
    }

    private static Scalar hashed(Function<Rows, HashGadget> hash, List<Scalar> preimage) {
        long[] limbs = new long[Fr.LIMBS];
        Circuit circuit = system -> {
            Rows rows = new Rows(system);
            int[] variables = new Numbers(rows).allocate(preimage.toArray(Scalar[]::new));
            int result = hash.apply(rows).hash(variables);
            if (system.assigned()) {
                system.value(result, limbs, 0);
            }
        };
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        assertEquals(OptionalInt.empty(), Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), assignment.aux()));
        EvaluatedRows.assertAreThoseOfTheStructure(circuit, assignment);
        return Scalar.ofLimbs(limbs, 0);
    }

    private static List<Scalar> scalars(Random random, int count) {
        List<Scalar> scalars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scalars.add(Scalar.of(new BigInteger(255, random)));
        }
        return scalars;
    }
}

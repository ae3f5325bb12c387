package io.cairn.proofs.circuit;

import io.cairn.proofs.KernelTrial;
import io.cairn.proofs.circuit.gadget.Bits;
import io.cairn.proofs.circuit.gadget.HashGadget;
import io.cairn.proofs.circuit.gadget.Numbers;
import io.cairn.proofs.circuit.gadget.PoseidonGadget;
import io.cairn.proofs.circuit.gadget.Rows;
import io.cairn.proofs.circuit.gadget.Sha256Gadget;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Witnesses of hashes at work, values and rows. */
public final class CircuitTrials {

    private static final int ARITY = 8;
    private static final int MESSAGE = 512;
    /** Six tenths of a byte for each of the 50,000 rows. */
    private static final double OF_A_MESSAGE = 30_000;

    private CircuitTrials() {
    }

    /** All of them. */
    public static List<KernelTrial> all() {
        return List.of(
                KernelTrial.of("witness of Poseidon of 8", 4, count -> witness(new Repeated(count, CircuitTrials::poseidon))),
                new KernelTrial("witness of SHA-256 of a pair", 2, OF_A_MESSAGE, "literals of messages, lists of addends",
                        count -> witness(new Repeated(count, CircuitTrials::sha256))));
    }

    private static Runnable witness(Circuit circuit) {
        return () -> {
            try (Arena arena = Arena.ofConfined()) {
                ProvingAssignment.of(circuit, arena);
            }
        };
    }

    private static Runnable poseidon(Rows rows) {
        HashGadget gadget = new PoseidonGadget(rows);
        int[] numbers = new int[ARITY];
        Arrays.fill(numbers, new Numbers(rows).allocate(Scalar.ONE));
        return () -> gadget.hash(numbers);
    }

    private static Runnable sha256(Rows rows) {
        Sha256Gadget gadget = new Sha256Gadget(rows);
        int[] message = new int[MESSAGE];
        Arrays.fill(message, new Bits(rows).allocate(true));
        return () -> gadget.hash(message);
    }

    /** The same hash so many times. */
    private record Repeated(int count, Function<Rows, Runnable> hash) implements SectionedCircuit {

        @Override
        public int sections() {
            return 1;
        }

        @Override
        public Object shape() {
            return this;
        }

        @Override
        public Sections head(ConstraintSystem system) {
            return (k, section) -> {
                Runnable once = hash.apply(new Rows(section));
                for (int i = 0; i < count; i++) {
                    once.run();
                }
            };
        }
    }
}

package io.cairn.proofs.groth16;

import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.LinearCombination;
import io.cairn.proofs.field.Scalar;

/** The circuit of bellperson's serialisation test: auxiliary a, b and input c with a b = c. */
record ProductCircuit(Scalar a, Scalar b, Scalar c) implements Circuit {

    @Override
    public void synthesize(ConstraintSystem system) {
        int first = system.allocate(limbs(a), 0);
        int second = system.allocate(limbs(b), 0);
        int product = system.allocateInput(limbs(c), 0);
        long[] one = limbs(Scalar.ONE);
        system.enforce(new LinearCombination().add(first, one, 0), new LinearCombination().add(second, one, 0),
                new LinearCombination().add(product, one, 0));
    }

    private static long[] limbs(Scalar scalar) {
        long[] out = new long[4];
        scalar.copyTo(out, 0);
        return out;
    }
}

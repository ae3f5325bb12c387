package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.pairing.Pairing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same judgements in plain Java and, once they are compiled, with vectors. */
@Tag("vector")
class VerifierTest {

    private static final ToxicWaste WASTE = new ToxicWaste(Scalar.of(2), Scalar.of(3), Scalar.of(5), Scalar.of(7), Scalar.of(11));

    @TempDir
    private Path folder;

    @Test
    void judgesAlikeBeforeAndAfterVectorsTakeOver() throws Exception {
        Path file = folder.resolve("products.params");
        MemoryBudget budget = new MemoryBudget(1 << 10);
        VerifyingKey key = Setup.create(product(2, 3), WASTE, file, Workers.CALLER, budget, Progress.NONE);
        try (Parameters parameters = Parameters.open(file)) {
            Prover prover = new Prover(parameters, Workers.CALLER, budget, "products");
            byte[] proofs = new byte[3 * Proof.BYTES];
            List<List<Scalar>> inputs = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                byte[] proof = prover.prove(product(k + 2, k + 5), Scalar.of(13), Scalar.of(17 + k), Progress.NONE).toBytes();
                System.arraycopy(proof, 0, proofs, k * Proof.BYTES, Proof.BYTES);
                inputs.add(List.of(Scalar.of((k + 2) * (k + 5))));
            }
            Verifier verifier = new Verifier(key);
            judge(verifier, proofs, inputs);
            Pairing.rehearse(Progress.NONE);
            judge(verifier, proofs, inputs);
            judge(new Verifier(key), proofs, inputs);
        }
    }

    private static ProductCircuit product(int a, int b) {
        return new ProductCircuit(Scalar.of(a), Scalar.of(b), Scalar.of(a * b));
    }

    private static void judge(Verifier verifier, byte[] bytes, List<List<Scalar>> inputs) {
        List<Proof> proofs = Proof.listFromBytes(bytes, 3);
        for (int k = 0; k < 3; k++) {
            byte[] one = Arrays.copyOfRange(bytes, k * Proof.BYTES, (k + 1) * Proof.BYTES);
            assertEquals(proofs.get(k), Proof.fromBytes(one));
            assertTrue(verifier.verify(proofs.get(k), inputs.get(k)));
            assertFalse(verifier.verify(proofs.get(k), inputs.get((k + 1) % 3)));
        }
        assertTrue(verifier.verifyBatch(proofs, inputs));
        assertFalse(verifier.verifyBatch(proofs, List.of(inputs.get(0), inputs.get(2), inputs.get(1))));
        Proof last = proofs.getLast();
        Proof altered = new Proof(last.a(), last.b(), last.c().plus(G1.GENERATOR));
        assertFalse(verifier.verifyBatch(List.of(proofs.get(0), proofs.get(1), altered), inputs));
        assertMalformed(bytes, "part A of the proof is the point at infinity", 0, Point.infinity(G1.CURVE).toCompressed());
        assertMalformed(bytes, "part C of the proof: compressed point of G1 lacks the compression flag", 144, new byte[48]);
        assertMalformed(bytes, "part C of the proof: point of G1 is not in the subgroup of prime order", 144, outsideOfTheSubgroup());
    }

    private static void assertMalformed(byte[] bytes, String message, int at, byte[] part) {
        byte[] malformed = bytes.clone();
        System.arraycopy(part, 0, malformed, Proof.BYTES + at, part.length);
        assertEquals(message, assertThrows(ProofFormatException.class, () -> Proof.listFromBytes(malformed, 3)).getMessage());
    }

    /** x = 0, y = 2: of order 3. */
    private static byte[] outsideOfTheSubgroup() {
        byte[] bytes = new byte[48];
        bytes[0] = (byte) 0x80;
        return bytes;
    }
}

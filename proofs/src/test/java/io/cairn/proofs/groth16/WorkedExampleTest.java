package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setup, prover and verifier on one multiplication, with secrets 2, 3, 5, 7, 11: bytes that the reference gives too. */
class WorkedExampleTest {

    private static final ToxicWaste WASTE =
            new ToxicWaste(Scalar.of(2), Scalar.of(3), Scalar.of(5), Scalar.of(7), Scalar.of(11));
    private static final String PROOF = "a29e96cde1c5bed4b701361a79b76d10ac80b0f6ba244fdd3d2488c6105c7b70b94111c721d2e9ee34473e42bc428d84"
            + "80d3e2f6232feea28530926c4727162f4d80705ab8ec61fa0fcd0e7a73daf6ba4277778eef511461c775eab62030a39c"
            + "1165af814367e6d721f967d9c6913209ecc405b5c38140b02b7ab6bdecd9a6386cfacf5ce3e32951d5f505e830cd6106"
            + "b6717e27ab1846a11da05f38e5f31538542bf8b062c0b83b0ea582aded8077a5623ac9f3a3ec5e500e142c4692fe931a";

    private final MemoryBudget budget = new MemoryBudget(1 << 10);

    @TempDir
    private Path folder;

    @Test
    void parametersKeyAndProofAreTheKnownOnes() throws Exception {
        Path file = folder.resolve("example.params");
        ProductCircuit circuit = new ProductCircuit(Scalar.of(3), Scalar.of(5), Scalar.of(15));
        Workers workers = new ProofDispatcher(2).workers();
        VerifyingKey key = Setup.create(circuit, WASTE, file, workers, budget, Progress.NONE);
        assertEquals("37048a863dfc37d27c3d483b136c29df07fb1213966b3bcfce3e5ed487078255", sha256(key.toBytes()));
        assertEquals("19336e731b125c65c193328548b85bca6e6b562f4211208186cb2d37779c8845", sha256(Files.readAllBytes(file)));
        try (Parameters parameters = Parameters.open(file)) {
            assertEquals(key, parameters.key());
            Proof proof = new Prover(parameters, workers, budget, "product").prove(circuit, Scalar.of(13), Scalar.of(17), Progress.NONE);
            assertEquals(PROOF, HexFormat.of().formatHex(proof.toBytes()));
            assertEquals(0, budget.inUse());
            Verifier verifier = new Verifier(key);
            assertTrue(verifier.verify(proof, List.of(Scalar.of(15))));
            assertFalse(verifier.verify(proof, List.of(Scalar.of(16))));
            assertThrows(IllegalArgumentException.class, () -> verifier.verify(proof, List.of()));
        }
    }

    /** The budget has room for two at once: each proof is right for its own inputs. */
    @Test
    void proofsOfABatchAreEachRight() throws Exception {
        Path file = folder.resolve("example.params");
        Workers workers = new ProofDispatcher(2).workers();
        VerifyingKey key = Setup.create(new ProductCircuit(Scalar.ZERO, Scalar.ZERO, Scalar.ZERO), WASTE, file, workers, budget, Progress.NONE);
        List<ProductCircuit> circuits = IntStream.range(2, 9)
                .mapToObj(k -> new ProductCircuit(Scalar.of(k), Scalar.of(k + 1), Scalar.of(k * (k + 1)))).toList();
        CircuitSize size = circuits.getFirst().size();
        MemoryBudget two = new MemoryBudget(ProofMemory.peak(size, 3) - 1);
        assertEquals(2, ProofMemory.atOnce(size, two.free(), 7));
        try (Parameters parameters = Parameters.open(file)) {
            List<Proof> proofs = new Prover(parameters, workers, two, "products").prove(circuits, new SecureRandom(), Progress.NONE);
            Verifier verifier = new Verifier(key);
            for (int k = 0; k < circuits.size(); k++) {
                assertTrue(verifier.verify(proofs.get(k), List.of(circuits.get(k).c())));
                assertFalse(verifier.verify(proofs.get(k), List.of(Scalar.of(7))));
            }
            assertEquals(circuits.size(), proofs.size());
            assertEquals(0, two.inUse());
        }
    }

    @Test
    void aFalseWitnessGivesAFalseProof() throws Exception {
        Path file = folder.resolve("example.params");
        ProductCircuit circuit = new ProductCircuit(Scalar.of(3), Scalar.of(5), Scalar.of(16));
        Workers workers = new ProofDispatcher(1).workers();
        VerifyingKey key = Setup.create(circuit, WASTE, file, workers, budget, Progress.NONE);
        try (Parameters parameters = Parameters.open(file)) {
            Proof proof = new Prover(parameters, workers, budget, "product").prove(circuit, Scalar.of(13), Scalar.of(17), Progress.NONE);
            assertFalse(new Verifier(key).verify(proof, List.of(Scalar.of(16))));
        }
    }

    @Test
    void damagedFilesAreRefused() throws Exception {
        Path file = folder.resolve("example.params");
        Workers workers = new ProofDispatcher(1).workers();
        Setup.create(new ProductCircuit(Scalar.ZERO, Scalar.ZERO, Scalar.ZERO), WASTE, file, workers, budget, Progress.NONE);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 100, 867, 900, 1062, 1500, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThrows(ParametersFormatException.class, () -> Parameters.open(file));
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertThrows(ParametersFormatException.class, () -> Parameters.open(file));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

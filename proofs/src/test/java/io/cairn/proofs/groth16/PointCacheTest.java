package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.MemoryBudgetException;
import io.cairn.proofs.MemoryReservation;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointCacheTest {

    private static final ProductCircuit PRODUCT = new ProductCircuit(Scalar.of(3), Scalar.of(5), Scalar.of(15));
    private static final ToxicWaste WASTE = new ToxicWaste(Scalar.of(2), Scalar.of(3), Scalar.of(5), Scalar.of(7), Scalar.of(11));
    /** Points of h, l, a and b of the product's circuit, in G1 and in G2, and a byte for each. */
    private static final long BYTES = (3 + 2 + 3 + 1) * 97 + 193;

    private final MemoryBudget budget = new MemoryBudget(1 << 13);
    private Parameters parameters;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("example.params");
        Setup.create(PRODUCT, WASTE, file, Workers.CALLER, budget, Progress.NONE);
        parameters = Parameters.open(file);
        parameters.keepDecoded(budget, "decoded");
    }

    @AfterEach
    void close() {
        parameters.close();
        assertEquals(0, budget.inUse());
    }

    @Test
    void aSecondProofOfTheSamePointsIsTheSame() {
        Prover prover = new Prover(parameters, Workers.CALLER, budget, "product");
        Proof first = prover.prove(PRODUCT, Scalar.of(13), Scalar.of(17), Progress.NONE);
        assertEquals(BYTES, budget.inUse());
        assertArrayEquals(first.toBytes(), prover.prove(PRODUCT, Scalar.of(13), Scalar.of(17), Progress.NONE).toBytes());
    }

    @Test
    void decodedPointsAreThoseOfTheFile() {
        try (PointUse use = parameters.use()) {
            for (int round = 0; round < 2; round++) {
                long[] kept = new long[30];
                long[] fresh = new long[30];
                use.lists().bG2().get(0, kept, 3);
                parameters.lists().bG2().get(0, fresh, 3);
                assertArrayEquals(fresh, kept);
                use.lists().h().get(2, kept, 1);
                parameters.lists().h().get(2, fresh, 1);
                assertArrayEquals(fresh, kept);
            }
        }
    }

    @Test
    void keptPointsGiveWayUnlessAProofUsesThem() {
        try (PointUse _ = parameters.use()) {
            assertThrows(MemoryBudgetException.class, () -> budget.reserve(budget.limit(), "other"));
            assertEquals(BYTES, budget.inUse());
        }
        try (MemoryReservation _ = budget.reserve(budget.limit(), "other"); PointUse use = parameters.use()) {
            assertEquals(budget.limit(), budget.inUse());
            assertSame(parameters.lists(), use.lists());
        }
        try (PointUse use = parameters.use()) {
            assertInstanceOf(DecodedPoints.class, use.lists().h());
        }
    }
}

package io.cairn.proofs.groth16;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.MemoryBudgetException;
import io.cairn.proofs.MemoryReservation;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.CircuitSize;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.sector.SectorSize;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofMemoryTest {

    private static final ProductCircuit PRODUCT = new ProductCircuit(Scalar.of(3), Scalar.of(5), Scalar.of(15));
    private static final ToxicWaste WASTE = new ToxicWaste(Scalar.of(2), Scalar.of(3), Scalar.of(5), Scalar.of(7), Scalar.of(11));

    @TempDir
    private Path folder;

    @Test
    void thePeakIsWhatIsReallyAllocated() {
        Circuit circuit = new ProofCircuit(ProofCircuit.Kind.WINDOW, SectorSize.KIB_2).blank();
        CircuitSize size = circuit.size();
        MemoryBudget budget = new MemoryBudget(ProofMemory.peak(size));
        MemoryReservation memory = budget.reserve(ProofMemory.peak(size), "window proof");
        ProvingAssignment assignment;
        try (Arena rows = memory.arena()) {
            assignment = ProvingAssignment.of(circuit, new ProvingAssignment.Place(memory.arena(), rows, rows), Workers.CALLER, Progress.NONE);
            Domain domain = new Domain(size.domainLog2(), Workers.CALLER, rows);
            assertEquals(size.domain(), domain.size());
        }
        assertEquals(ProofMemory.peak(size), memory.most());
        memory.shrink(ProofMemory.afterQuotients(size, 1));
        Arena sums = memory.arena();
        Selection.of(assignment.density().aAux(), sums);
        Selection.of(assignment.density().bInput(), sums);
        Selection.of(assignment.density().bAux(), sums);
        assertThrows(IllegalStateException.class, () -> assignment.a().scalar(0));
        assertEquals(Scalar.ONE, assignment.inputs().scalar(0));
        memory.close();
        assertThrows(IllegalStateException.class, () -> assignment.aux().scalar(0));
        assertEquals(0, budget.inUse());
    }

    /** Indices of limbs and bytes of the largest circuits do not fit into an int. */
    @ParameterizedTest
    @CsvSource({"0,131072,131072", "18,100,134000000"})
    void largeSizesAreCountedInLongs(int inputs, int aux, int constraints) {
        CircuitSize size = new CircuitSize(inputs, aux, constraints);
        assertEquals(32L * (inputs + aux + 3 * size.domain() + size.domain() / 2), ProofMemory.peak(size));
    }

    @ParameterizedTest
    @CsvSource({"GIB_32,REPLICATION,130169893,18308", "GIB_32,WINDOW,126902376,18209", "GIB_64,WINDOW,131500200,18349"})
    void partitionsOfLargeSectorsTakeEighteenGib(SectorSize sector, ProofCircuit.Kind kind, int aux, long mib) {
        CircuitSize size = new ProofCircuit(kind, sector).blank().size();
        assertEquals(aux, size.aux());
        assertEquals(1L << 27, size.domain());
        assertEquals(14L << 30, ProofMemory.quotient(size));
        assertEquals(mib, ProofMemory.peak(size) >> 20);
    }

    @Test
    void reversedIndicesAreLongs() {
        assertEquals(1, Domain.reversed(1L << 26, 27));
        assertEquals(1L << 40, Domain.reversed(1L, 41));
        assertEquals(0, Domain.reversed(0, 0));
    }

    @Test
    void nothingIsHeldAfterSuccessFailureAndCancellation() throws Exception {
        Path file = folder.resolve("example.params");
        MemoryBudget enough = new MemoryBudget(1 << 10);
        Setup.create(PRODUCT, WASTE, file, Workers.CALLER, enough, Progress.NONE);
        assertEquals(0, enough.inUse());
        try (Parameters parameters = Parameters.open(file)) {
            Prover prover = new Prover(parameters, Workers.CALLER, enough, "product");
            prover.prove(PRODUCT, Scalar.of(13), Scalar.of(17), Progress.NONE);
            assertEquals(0, enough.inUse());
            assertThrows(UnsupportedOperationException.class, () -> prover.prove(failing(), Scalar.of(13), Scalar.of(17), Progress.NONE));
            assertEquals(0, enough.inUse());
            for (int passed = 0; passed < 20; passed += 3) {
                Progress cancelled = new CancelledAfter(passed);
                assertThrows(CancellationException.class, () -> prover.prove(PRODUCT, Scalar.of(13), Scalar.of(17), cancelled));
                assertEquals(0, enough.inUse());
            }
            MemoryBudget scarce = new MemoryBudget(ProofMemory.peak(PRODUCT.size()) - 1);
            Prover refused = new Prover(parameters, Workers.CALLER, scarce, "product");
            assertThrows(MemoryBudgetException.class, () -> refused.prove(PRODUCT, Scalar.of(13), Scalar.of(17), Progress.NONE));
            assertEquals(0, scarce.inUse());
        }
    }

    /** Announces the product's size and fails when it has values. */
    private static Circuit failing() {
        return system -> {
            PRODUCT.synthesize(system);
            if (system.assigned()) {
                throw new UnsupportedOperationException("the witness fails");
            }
        };
    }

    private static final class CancelledAfter implements Progress {

        private int left;

        CancelledAfter(int asked) {
            this.left = asked;
        }

        @Override
        public void advanced(long done, long total) {
            // Only asked whether to go on.
        }

        @Override
        public boolean cancelled() {
            return left-- <= 0;
        }
    }
}

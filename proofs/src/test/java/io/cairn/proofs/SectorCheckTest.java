package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.SectorFinding.Kind;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A sealed 2 KiB sector with its unsealed copy, spoilt bit by bit. */
class SectorCheckTest {

    private static final long MOST_BYTES = 1 << 12;

    private static Path folder;
    private static StoredSector sector;

    @BeforeContainer
    static void seal() throws IOException {
        folder = Files.createTempDirectory("sector-check");
        try (ParameterStore parameters = new ParameterStore(folder.resolve("parameters"))) {
            Sealing sealing = new Sealing(parameters, Workers.CALLER);
            SealedSector sealed = SealedSector.number(42, sealing, folder);
            sealing.finalizeCache(sealed.request().type(), sealed.files().cache());
            sector = new StoredSector(42, SectorSize.KIB_2, sealed.commitments().commR(), sealed.commitments().commD(), sealed.pieces(),
                    sealed.files(), Optional.of(folder.resolve("staged-42")));
        }
    }

    @AfterContainer
    static void remove() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Example
    void aWholeSectorHasNoFindings() {
        assertEquals(List.of(), full());
        assertEquals(List.of(), new SectorCheck(Workers.CALLER).quick(sector, Progress.NONE));
    }

    @Property(tries = 40)
    void anyFlippedBitOfTheReplicaIsFound(@ForAll @LongRange(min = 0, max = MOST_BYTES * 8) long bit) throws IOException {
        assertFound(Kind.SEALED, sector.files().replica(), bit);
    }

    @Property(tries = 20)
    void anyFlippedBitOfTheTreeIsFound(@ForAll @LongRange(min = 0, max = MOST_BYTES * 8) long bit) throws IOException {
        assertFound(Kind.TREE_R_LAST, sector.files().cache().resolve("sc-02-data-tree-r-last.dat"), bit);
    }

    @Property(tries = 20)
    void anyFlippedBitOfTheRootsIsFound(@ForAll @LongRange(min = 0, max = MOST_BYTES * 8) long bit) throws IOException {
        assertFound(Kind.P_AUX, sector.files().cache().resolve("p_aux"), bit);
    }

    @Property(tries = 40)
    void anyFlippedBitOfTheDescriptionIsFound(@ForAll @LongRange(min = 0, max = MOST_BYTES * 8) long bit) throws IOException {
        assertFound(Kind.T_AUX, sector.files().cache().resolve("t_aux"), bit);
    }

    @Property(tries = 40)
    void anyFlippedBitOfTheUnsealedCopyIsFound(@ForAll @LongRange(min = 0, max = MOST_BYTES * 8) long bit) throws IOException {
        assertFound(Kind.UNSEALED, sector.unsealed().orElseThrow(), bit);
    }

    private static void assertFound(Kind kind, Path file, long anyBit) throws IOException {
        byte[] right = Files.readAllBytes(file);
        long bit = anyBit % (right.length * 8L);
        byte[] wrong = right.clone();
        wrong[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
        Files.write(file, wrong);
        try {
            List<SectorFinding> findings = full();
            assertFalse(findings.isEmpty(), "bit " + bit + " of " + file);
            for (SectorFinding finding : findings) {
                assertEquals(kind, finding.kind(), finding.toString());
                assertEquals(file, finding.file());
                assertTrue(finding.offset() <= bit / 8 && bit / 8 < finding.offset() + finding.length(), finding + " has not bit " + bit);
            }
        } finally {
            Files.write(file, right);
        }
    }

    @Example
    void missingAndTruncatedFilesAreNamed() throws IOException {
        for (Path file : List.of(sector.files().replica(), sector.files().cache().resolve("sc-02-data-tree-r-last.dat"),
                sector.files().cache().resolve("p_aux"), sector.files().cache().resolve("t_aux"), sector.unsealed().orElseThrow())) {
            byte[] right = Files.readAllBytes(file);
            try {
                Files.write(file, Arrays.copyOf(right, right.length - 1));
                assertNamed(file);
                Files.delete(file);
                assertNamed(file);
            } finally {
                Files.write(file, right);
            }
        }
    }

    private static void assertNamed(Path file) {
        assertEquals(List.of(file), full().stream().map(SectorFinding::file).toList());
        assertEquals(List.of(file), new SectorCheck(Workers.CALLER).quick(sector, Progress.NONE).stream().map(SectorFinding::file).toList());
    }

    @Example
    void aCheckCanBeCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void advanced(long done, long total) {
                throw new IllegalStateException("nothing is done");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> new SectorCheck(Workers.CALLER).full(sector, cancelled));
    }

    private static List<SectorFinding> full() {
        return new SectorCheck(Workers.CALLER).full(sector, Progress.NONE);
    }
}

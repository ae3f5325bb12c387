package io.cairn.proofs.aggregate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.pairing.Gt;
import io.cairn.proofs.pairing.GtEncoding;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlteredAggregateTest {

    private static final int GT = GtEncoding.COMPRESSED_BYTES;
    private static final int COUNT_AT = 5 * GT + 48;

    @TempDir
    static Path folder;

    private static SmallAggregates small;
    private static AggregateVerifier verifier;
    private static byte[] aggregate;

    @BeforeAll
    static void aggregateTwo() throws IOException {
        small = SmallAggregates.of(folder, 2);
        verifier = new AggregateVerifier(small.srs(), small.key());
        aggregate = Aggregator.of(small.srs(), 2, Workers.CALLER, Progress.NONE)
                .aggregate(small.proofs(), small.include(), RegisteredAggregationProof.SNARK_PACK_V2, Progress.NONE).toBytes();
    }

    private static boolean verifies(byte[] bytes) {
        return verifier.verify(AggregateProof.fromBytes(bytes), small.inputs(), small.include(), RegisteredAggregationProof.SNARK_PACK_V2);
    }

    /** Every element in turn is replaced by another one of its group, so that nothing but the equations can tell. */
    @Test
    void everyElementMatters() {
        assertTrue(verifies(aggregate));
        int at = 0;
        for (int k = 0; k < 5; k++) {
            at = assertMatters(at, "Gt");
        }
        at = assertMatters(at, "G1") + Integer.BYTES;
        for (int k = 0; k < 10; k++) {
            at = assertMatters(at, "Gt");
        }
        for (String group : List.of("G1", "G1", "G1", "G2", "G1", "G2", "G2", "G1", "G1", "G2", "G2", "G1", "G1")) {
            at = assertMatters(at, group);
        }
        assertEquals(aggregate.length, at);
    }

    private static int assertMatters(int at, String group) {
        byte[] altered = aggregate.clone();
        byte[] other = switch (group) {
            case "Gt" -> otherTarget(at);
            case "G1" -> otherPoint(G1.CURVE, at);
            default -> otherPoint(G2.CURVE, at);
        };
        System.arraycopy(other, 0, altered, at, other.length);
        assertFalse(verifies(altered), group + " at byte " + at);
        return at + other.length;
    }

    private static byte[] otherTarget(int at) {
        Gt element = GtEncoding.fromCompressed(Arrays.copyOfRange(aggregate, at, at + GT));
        return element.times(element).toCompressed();
    }

    private static byte[] otherPoint(Curve curve, int at) {
        return Point.fromCompressed(curve, Arrays.copyOfRange(aggregate, at, at + curve.compressedBytes())).negated().toCompressed();
    }

    @Test
    void refusesWhatIsNoAggregate() {
        assertNamed("bytes, expected 5236", Arrays.copyOf(aggregate, aggregate.length - 1));
        assertNamed("bytes, expected 5236", Arrays.copyOf(aggregate, aggregate.length + 1));
        assertNamed("0 bytes", new byte[0]);
        for (int count : new int[] {0, 1, 3, 1 << 17, -2}) {
            byte[] altered = aggregate.clone();
            for (int k = 0; k < Integer.BYTES; k++) {
                altered[COUNT_AT + k] = (byte) (count >>> 8 * k);
            }
            assertNamed("power of two from 2", altered);
        }
        byte[] outside = aggregate.clone();
        outside[0] ^= 1;
        assertNamed("com_ab", outside);
        byte[] tooLarge = aggregate.clone();
        Arrays.fill(tooLarge, 2 * GT, 3 * GT, (byte) 0xff);
        assertNamed("com_c", tooLarge);
        byte[] offCurve = aggregate.clone();
        offCurve[5 * GT + 47] ^= 1;
        assertNamed("agg_c", offCurve);
        byte[] lastOpening = aggregate.clone();
        lastOpening[aggregate.length - 96] &= 0x7f;
        assertNamed("wkey_opening", lastOpening);
    }

    private static void assertNamed(String expected, byte[] bytes) {
        String message = assertThrows(AggregateFormatException.class, () -> AggregateProof.fromBytes(bytes)).getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void writesWhatItRead() {
        assertArrayEquals(aggregate, AggregateProof.fromBytes(aggregate).toBytes());
    }

    @Test
    void aFalseProofMakesAFalseAggregate() throws IOException {
        Proof first = small.proofs().getFirst();
        Proof wrong = new Proof(first.a(), first.b(), first.c().negated());
        byte[] bytes = Aggregator.of(small.srs(), 2, Workers.CALLER, Progress.NONE)
                .aggregate(List.of(small.proofs().getLast(), wrong), small.include(), RegisteredAggregationProof.SNARK_PACK_V2, Progress.NONE).toBytes();
        assertFalse(verifies(bytes));
        assertFalse(verifier.verify(AggregateProof.fromBytes(aggregate), small.inputs().reversed(), small.include(),
                RegisteredAggregationProof.SNARK_PACK_V2));
    }

    @Test
    void refusesOtherNumbersThanItsOwn() throws IOException {
        AggregateProof proof = AggregateProof.fromBytes(aggregate);
        RegisteredAggregationProof version = RegisteredAggregationProof.SNARK_PACK_V2;
        assertThrows(IllegalArgumentException.class, () -> verifier.verify(proof, small.inputs().subList(0, 1), small.include(), version));
        List<List<Scalar>> longer = List.of(List.of(Scalar.ONE, Scalar.ONE), List.of(Scalar.ONE));
        assertThrows(IllegalArgumentException.class, () -> verifier.verify(proof, longer, small.include(), version));
        Aggregator aggregator = Aggregator.of(small.srs(), 4, Workers.CALLER, Progress.NONE);
        assertThrows(IllegalArgumentException.class, () -> aggregator.aggregate(small.proofs(), small.include(), version, Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> Aggregator.of(small.srs(), 9, Workers.CALLER, Progress.NONE));
        assertEquals(8, small.srs().mostProofs());
    }

    @Test
    void endsWhenCancelled() throws IOException {
        Aggregator aggregator = Aggregator.of(small.srs(), 2, Workers.CALLER, Progress.NONE);
        Progress cancelled = new Progress() {
            @Override
            public void advanced(long done, long total) {
                // Only asked.
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
                () -> aggregator.aggregate(small.proofs(), small.include(), RegisteredAggregationProof.SNARK_PACK_V1, cancelled));
    }

    @Test
    void refusesDamagedFiles() throws IOException {
        Path file = folder.resolve("other.srs");
        assertThrows(NoSuchFileException.class, () -> InnerProductSrs.open(file));
        byte[] bytes = Files.readAllBytes(folder.resolve(InnerProductSrs.FILE_NAME));
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThrows(DamagedFileException.class, () -> InnerProductSrs.open(file));
        Files.write(file, new byte[] {0, 0, 0, 17, 1});
        assertThrows(DamagedFileException.class, () -> InnerProductSrs.open(file));
        Files.write(file, new byte[] {(byte) 0xff, 0, 0, 17, 1});
        assertThrows(DamagedFileException.class, () -> InnerProductSrs.open(file));
        byte[] noPoint = bytes.clone();
        noPoint[Integer.BYTES] = 0;
        Files.write(file, noPoint);
        InnerProductSrs opened = InnerProductSrs.open(file);
        assertThrows(DamagedFileException.class, () -> Aggregator.of(opened, 2, Workers.CALLER, Progress.NONE));
    }
}

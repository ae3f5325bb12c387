package io.cairn.proofs.aggregate;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.FileRemedy;
import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointVector;
import io.cairn.proofs.dispatch.PatientLock;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.VectorWidth;
import io.cairn.proofs.pairing.SubgroupPoints;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/**
 * The powers of two secrets that aggregation stands on, in a file (bellperson: src/groth16/aggregate/srs.rs): powers of the first secret on G1, of
 * the second on G1, of the first on G2, of the second on G2, each list behind its length (32 bits, big-endian) as compressed points from the power 0 on.
 *
 * <p>Only the points asked for are read, each checked to be in its group; the network's file of 2^19 powers takes 300 MB. Safe for many threads.
 */
public final class InnerProductSrs {

    /** Name of the file beside the parameters. */
    public static final String FILE_NAME = "v28-fil-inner-product-v1.srs";

    private static final int MOST_POINTS = (1 << 20) + 1;
    /** Points that are decoded side by side. */
    private static final int TOGETHER = 64;

    private final Path file;
    private final List<PowerList> lists;
    private final PatientLock lock = new PatientLock();
    private CommitmentKey longest;

    private InnerProductSrs(Path file, List<PowerList> lists) {
        this.file = file;
        this.lists = lists;
    }

    /**
     * Opens a file; nothing but the lengths is read yet.
     *
     * @throws IOException if it is missing, or its lengths are not those of four lists as long as each other
     */
    public static InnerProductSrs open(Path file) throws IOException {
        FileRemedy.requireThere(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            PowerList gA = list(file, channel, 0, G1.CURVE);
            PowerList gB = list(file, channel, gA.end(), G1.CURVE);
            PowerList hA = list(file, channel, gB.end(), G2.CURVE);
            PowerList hB = list(file, channel, hA.end(), G2.CURVE);
            if (hB.end() != channel.size()) {
                throw new DamagedFileException(file, channel.size() + " bytes", String.valueOf(hB.end()));
            }
            List<PowerList> lists = List.of(gA, gB, hA, hB);
            if (lists.stream().anyMatch(other -> other.count() != gA.count())) {
                throw new DamagedFileException(file, lists.stream().map(PowerList::count).toList() + " powers", "four lists of one length");
            }
            return new InnerProductSrs(file, lists);
        }
    }

    private static PowerList list(Path file, FileChannel channel, long at, Curve curve) throws IOException {
        int count = ByteBuffer.wrap(bytes(file, channel, at, Integer.BYTES)).getInt();
        if (count < 2 || count > MOST_POINTS) {
            throw new DamagedFileException(file, Integer.toUnsignedString(count) + " powers on " + curve, "2 to " + MOST_POINTS);
        }
        return new PowerList(curve, at + Integer.BYTES, count);
    }

    private static byte[] bytes(Path file, FileChannel channel, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                EOFException early = new EOFException("ends at byte " + (at + buffer.position()));
                DamagedFileException damaged = new DamagedFileException(file, early.getMessage(), "byte " + (at + count - 1));
                damaged.initCause(early);
                throw damaged;
            }
        }
        return buffer.array();
    }

    /** The most proofs, fillers included, that can be aggregated: half as many as there are powers. */
    public int mostProofs() {
        return Math.min(AggregateProof.MOST_PROOFS, Integer.highestOneBit(lists.getFirst().count() / 2));
    }

    /**
     * The part of the SRS that {@code proofs} proofs are aggregated with; the longest asked for is kept.
     *
     * @throws IllegalArgumentException if that is no power of two, or more than {@link #mostProofs}
     */
    CommitmentKey commitmentKey(int proofs, Workers workers, Progress progress) throws IOException {
        AggregateProof.requireCount(proofs);
        if (proofs > mostProofs()) {
            throw new IllegalArgumentException("proofs to aggregate: " + proofs + " with those that fill up, but " + file + " is for at most " + mostProofs());
        }
        return lock.hold(() -> {
            if (longest == null || longest.proofs() < proofs) {
                longest = read(proofs, workers, progress);
            }
            return longest.of(proofs);
        });
    }

    private CommitmentKey read(int proofs, Workers workers, Progress progress) throws IOException {
        Shares shares = new Shares(progress, lists.size() * Shares.FINE);
        PointVector[] vectors = new PointVector[lists.size()];
        for (int k = 0; k < vectors.length; k++) {
            PowerList list = lists.get(k);
            vectors[k] = read(list, list.curve() == G1.CURVE ? 2 * proofs : proofs, workers, shares.next(Shares.FINE));
        }
        return new CommitmentKey(vectors[0], vectors[1], vectors[2], vectors[3]);
    }

    /** The part of the SRS that aggregates are verified with. */
    OpeningKey openingKey() throws IOException {
        PointVector[] vectors = new PointVector[lists.size()];
        for (int k = 0; k < vectors.length; k++) {
            vectors[k] = read(lists.get(k), 2, Workers.CALLER, Progress.NONE);
        }
        return new OpeningKey(vectors[0].point(0), vectors[2].point(0), vectors[0].point(1), vectors[1].point(1), vectors[2].point(1), vectors[3].point(1));
    }

    private PointVector read(PowerList list, int count, Workers workers, Progress progress) throws IOException {
        int length = list.curve().compressedBytes();
        byte[] bytes;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            bytes = bytes(file, channel, list.at(), count * length);
        }
        Point[] points = new Point[count];
        SortedMap<Integer, IllegalArgumentException> malformed = new ConcurrentSkipListMap<>();
        workers.forEachRange(count, TOGETHER, progress, (from, to) -> {
            List<byte[]> encoded = IntStream.range((int) from, (int) to).mapToObj(k -> Arrays.copyOfRange(bytes, k * length, (k + 1) * length)).toList();
            decode(list.curve(), encoded, (int) from, points, malformed);
        });
        if (!malformed.isEmpty()) {
            throw damaged(list.curve(), malformed.firstKey(), malformed.get(malformed.firstKey()));
        }
        return PointVector.of(List.of(points));
    }

    private static void decode(Curve curve, List<byte[]> encoded, int first, Point[] points, SortedMap<Integer, IllegalArgumentException> malformed) {
        List<byte[]> none = List.of();
        Optional<List<Point>> together = encoded.size() < TOGETHER || !VectorWidth.chosen().isVector() ? Optional.empty()
                : curve == G1.CURVE ? SubgroupPoints.fromCompressed(encoded, none) : SubgroupPoints.fromCompressed(none, encoded);
        for (int k = 0; k < encoded.size(); k++) {
            try {
                points[first + k] = together.isPresent() ? together.get().get(k) : Point.fromCompressed(curve, encoded.get(k));
            } catch (IllegalArgumentException wrong) {
                malformed.put(first + k, wrong);
                return;
            }
            ProofDispatcher.giveWay();
        }
    }

    private DamagedFileException damaged(Curve curve, int power, IllegalArgumentException malformed) {
        DamagedFileException damaged = new DamagedFileException(file, "power " + power + " of a secret: " + malformed.getMessage(), "points of " + curve);
        damaged.initCause(malformed);
        return damaged;
    }

    /** Where a list of powers is in the file. */
    private record PowerList(Curve curve, long at, int count) {

        long end() {
            return at + (long) count * curve.compressedBytes();
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.pairing.Gt;
import io.cairn.proofs.pairing.GtEncoding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Reads what {@link AggregateWriter} writes and checks every element's group. Unlike the reference it takes no bytes behind the aggregate.
 */
final class AggregateReader {

    private static final int COUNT_AT = 5 * GtEncoding.COMPRESSED_BYTES + 48;

    private final ByteBuffer in;
    private final PointReading points = new PointReading();

    private AggregateReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static AggregateProof read(byte[] bytes) {
        if (bytes.length < COUNT_AT + Integer.BYTES) {
            throw new AggregateFormatException("aggregated proof has " + bytes.length + " bytes, expected at least " + AggregateProof.bytes(2));
        }
        AggregateReader reader = new AggregateReader(bytes);
        int proofs = AggregateProof.requireCount(reader.in.getInt(COUNT_AT));
        if (bytes.length != AggregateProof.bytes(proofs)) {
            throw new AggregateFormatException("aggregate of " + proofs + " proofs has " + bytes.length + " bytes, expected "
                    + AggregateProof.bytes(proofs));
        }
        return reader.proof(Integer.numberOfTrailingZeros(proofs));
    }

    private AggregateProof proof(int rounds) {
        GtPair comAb = pair("com_ab");
        GtPair comC = pair("com_c");
        Gt ipAb = target("ip_ab");
        Supplier<Point> aggC = point("agg_c", G1.CURVE);
        in.getInt();
        Supplier<List<Round>> allRounds = rounds(rounds);
        Supplier<Folded> folded = folded();
        Supplier<PointPair> vOpening = points("vkey_opening", G2.CURVE);
        Supplier<PointPair> wOpening = points("wkey_opening", G1.CURVE);
        points.decode();
        return new AggregateProof(comAb, comC, ipAb, aggC.get(), allRounds.get(), folded.get(), vOpening.get(), wOpening.get());
    }

    private Supplier<List<Round>> rounds(int count) {
        List<GtPair> ab = new ArrayList<>();
        List<GtPair> c = new ArrayList<>();
        List<Gt> zab = new ArrayList<>();
        List<Supplier<Point>> zc = new ArrayList<>();
        for (int k = 0; k < 2 * count; k++) {
            ab.add(pair("comms_ab[" + k / 2 + "]"));
        }
        for (int k = 0; k < 2 * count; k++) {
            c.add(pair("comms_c[" + k / 2 + "]"));
        }
        for (int k = 0; k < 2 * count; k++) {
            zab.add(target("z_ab[" + k / 2 + "]"));
        }
        for (int k = 0; k < 2 * count; k++) {
            zc.add(point("z_c[" + k / 2 + "]", G1.CURVE));
        }
        return () -> IntStream.range(0, count).map(round -> 2 * round)
                .mapToObj(k -> new Round(ab.get(k), ab.get(k + 1), c.get(k), c.get(k + 1), zab.get(k), zab.get(k + 1), zc.get(k).get(), zc.get(k + 1).get()))
                .toList();
    }

    private Supplier<Folded> folded() {
        Supplier<Point> a = point("final_a", G1.CURVE);
        Supplier<Point> b = point("final_b", G2.CURVE);
        Supplier<Point> c = point("final_c", G1.CURVE);
        Supplier<PointPair> v = points("final_vkey", G2.CURVE);
        Supplier<PointPair> w = points("final_wkey", G1.CURVE);
        return () -> new Folded(a.get(), b.get(), c.get(), v.get(), w.get());
    }

    private GtPair pair(String name) {
        return new GtPair(target(name), target(name));
    }

    private Gt target(String name) {
        ProofDispatcher.giveWay();
        byte[] bytes = new byte[GtEncoding.COMPRESSED_BYTES];
        in.get(bytes);
        try {
            return GtEncoding.fromCompressed(bytes);
        } catch (IllegalArgumentException malformed) {
            throw new AggregateFormatException(name + " of the aggregated proof: " + malformed.getMessage(), malformed);
        }
    }

    private Supplier<PointPair> points(String name, Curve curve) {
        Supplier<Point> first = point(name, curve);
        Supplier<Point> second = point(name, curve);
        return () -> new PointPair(first.get(), second.get());
    }

    private Supplier<Point> point(String name, Curve curve) {
        byte[] bytes = new byte[curve.compressedBytes()];
        in.get(bytes);
        return points.add(name, curve, bytes);
    }
}

package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Point;
import io.cairn.proofs.pairing.Gt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes an aggregate as bellperson does (src/groth16/aggregate/proof.rs). */
final class AggregateWriter {

    private final ByteBuffer out;

    private AggregateWriter(int bytes) {
        this.out = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] write(AggregateProof proof) {
        AggregateWriter writer = new AggregateWriter(AggregateProof.bytes(proof.proofs()));
        writer.pair(proof.comAb());
        writer.pair(proof.comC());
        writer.target(proof.ipAb());
        writer.point(proof.aggC());
        writer.out.putInt(proof.proofs());
        writer.rounds(proof);
        writer.folded(proof.folded());
        writer.points(proof.vOpening());
        writer.points(proof.wOpening());
        return writer.out.array();
    }

    /** Each kind of element of all rounds before the next kind. */
    private void rounds(AggregateProof proof) {
        for (Round round : proof.rounds()) {
            pair(round.abLeft());
            pair(round.abRight());
        }
        for (Round round : proof.rounds()) {
            pair(round.cLeft());
            pair(round.cRight());
        }
        for (Round round : proof.rounds()) {
            target(round.zabLeft());
            target(round.zabRight());
        }
        for (Round round : proof.rounds()) {
            point(round.zcLeft());
            point(round.zcRight());
        }
    }

    private void folded(Folded folded) {
        point(folded.a());
        point(folded.b());
        point(folded.c());
        points(folded.v());
        points(folded.w());
    }

    private void pair(GtPair pair) {
        target(pair.first());
        target(pair.second());
    }

    private void target(Gt element) {
        out.put(element.toCompressed());
    }

    private void points(PointPair pair) {
        point(pair.first());
        point(pair.second());
    }

    private void point(Point point) {
        out.put(point.toCompressed());
    }
}

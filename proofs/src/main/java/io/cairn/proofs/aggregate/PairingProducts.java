package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.PointVector;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.pairing.Gt;
import io.cairn.proofs.pairing.Pairing;
import io.cairn.proofs.pairing.PreparedG2;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Several products of pairings of whole vectors at once: the lines of a point of G2 are computed once for all products that it is in. Long vectors are taken in
 * blocks, because the lines of a point take 13 kB.
 */
final class PairingProducts {

    private static final int BLOCK = 128;
    /** Points whose lines are computed together. */
    private static final int PART = 8;
    /** Vectors of G2 in all products of a round together, and in one of them. */
    private static final int MOST_RIGHTS = 6;
    private static final int MOST_TERMS = 2;

    private final Workers workers;

    PairingProducts(Workers workers) {
        this.workers = workers;
    }

    /** What products of that many pairs take at most besides their vectors: lines of all points of a block, and in each thread those of its pairs once more. */
    static long bytes(int pairs, int threads) {
        return Math.min(pairs, BLOCK) * (MOST_RIGHTS + 2L * MOST_TERMS * threads) * PreparedG2.BYTES;
    }

    /**
     * Element by element the pairings of two vectors of one length.
     *
     * @param left  points of G1
     * @param right points of G2; the same object where the same lines will do
     */
    record Term(PointVector left, PointVector right) {
    }

    /**
     * The products of all pairings of each list of terms; all vectors have the same length.
     *
     * @param progress counts pairs and lines
     */
    List<Gt> of(List<List<Term>> wanted, Progress progress) {
        int count = wanted.getFirst().getFirst().left().size();
        List<PointVector> rights = distinct(wanted);
        Gt[] products = new Gt[wanted.size()];
        Shares shares = new Shares(progress, count * Shares.FINE);
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(count, from + BLOCK);
            Shares ofBlock = new Shares(shares.next((to - from) * Shares.FINE), 2 * Shares.FINE);
            Block block = new Block(from, to, rights, ofBlock.next(Shares.FINE));
            workers.forEach(products.length, ofBlock.rest(), k -> {
                Gt product = block.product(wanted.get(k));
                products[k] = products[k] == null ? product : products[k].times(product);
            });
        }
        return List.of(products);
    }

    private static List<PointVector> distinct(List<List<Term>> wanted) {
        Map<PointVector, Boolean> seen = new IdentityHashMap<>();
        List<PointVector> distinct = new ArrayList<>();
        wanted.forEach(terms -> terms.forEach(term -> {
            if (seen.put(term.right(), true) == null) {
                distinct.add(term.right());
            }
        }));
        return distinct;
    }

    private final class Block {

        private final int from;
        private final int to;
        private final Map<PointVector, PreparedG2[]> lines = new IdentityHashMap<>();

        Block(int from, int to, List<PointVector> rights, Progress progress) {
            this.from = from;
            this.to = to;
            int count = to - from;
            int parts = (count + PART - 1) / PART;
            rights.forEach(vector -> lines.put(vector, new PreparedG2[count]));
            workers.forEach(rights.size() * parts, progress, k -> prepare(rights.get(k / parts), k % parts * PART, count));
        }

        private void prepare(PointVector vector, int first, int count) {
            int last = Math.min(count, first + PART);
            List<PreparedG2> part = PreparedG2.of(IntStream.range(from + first, from + last).mapToObj(vector::point).toList());
            for (int k = first; k < last; k++) {
                lines.get(vector)[k] = part.get(k - first);
            }
        }

        Gt product(List<Term> terms) {
            Pairing pairing = new Pairing();
            for (Term term : terms) {
                PreparedG2[] prepared = lines.get(term.right());
                for (int k = from; k < to; k++) {
                    pairing.with(term.left().point(k), prepared[k - from]);
                }
            }
            return pairing.product();
        }
    }
}

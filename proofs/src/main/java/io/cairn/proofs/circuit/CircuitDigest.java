package io.cairn.proofs.circuit;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.hash.Sha256Nodes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fingerprint of a circuit's rows: SHA-256 over each row's A, B and C in order, each as the number of terms (u32 little-endian) and per
 * sorted term a kind byte (0 input, 1 auxiliary), the index (u32 little-endian) and the canonical coefficient (32 bytes little-endian);
 * after the last row the numbers of inputs, auxiliary variables and rows.
 *
 * @param size        the circuit's size
 * @param digest      in hex
 * @param checkpoints digest in hex of the bytes up to row 2^k, by 2^k: where two circuits differ first lies after the last equal one
 * @param terms       number of terms in all A, B and C
 * @param density     variables that occur
 */
public record CircuitDigest(CircuitSize size, String digest, SortedMap<Integer, String> checkpoints, Terms terms, Density density) {

    /** Terms with a non-zero coefficient on each side. */
    public record Terms(long a, long b, long c) {
    }

    /** Digests a circuit by synthesising it once. */
    public static CircuitDigest of(Circuit circuit) {
        Digester digester = new Digester();
        CircuitSize size = Structure.rows(circuit, digester);
        return digester.finish(size);
    }

    private static final class Digester implements RowSink {

        private static final int TERM_BYTES = 37;

        private final MessageDigest sha256 = Sha256Nodes.newDigest();
        private final SortedMap<Integer, String> checkpoints = new TreeMap<>();
        private final long[] terms = new long[3];
        private final Density density = new Density();
        private final long[] canonical = new long[Fr.LIMBS];
        private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        private int rows;

        @Override
        public void row(LinearCombination a, LinearCombination b, LinearCombination c) {
            add(a, 0);
            add(b, 1);
            add(c, 2);
            density.add(a, b);
            rows++;
            if (Integer.bitCount(rows) == 1) {
                checkpoints.put(rows, checkpoint());
            }
        }

        private void add(LinearCombination side, int which) {
            terms[which] += side.size();
            room(4).putInt(side.size());
            for (int term = 0; term < side.size(); term++) {
                int variable = side.variable(term);
                room(TERM_BYTES).put((byte) (Variable.isInput(variable) ? 0 : 1)).putInt(Variable.index(variable));
                Fr.toCanonical(canonical, 0, side.coefficients(), Fr.LIMBS * term);
                for (long limb : canonical) {
                    buffer.putLong(limb);
                }
            }
        }

        private ByteBuffer room(int bytes) {
            if (buffer.remaining() < bytes) {
                flush();
            }
            return buffer;
        }

        private void flush() {
            sha256.update(buffer.array(), 0, buffer.position());
            buffer.clear();
        }

        private String checkpoint() {
            flush();
            try {
                return HexFormat.of().formatHex(((MessageDigest) sha256.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("this platform's SHA-256 cannot be copied", e);
            }
        }

        CircuitDigest finish(CircuitSize size) {
            room(12).putInt(size.inputs()).putInt(size.aux()).putInt(size.constraints());
            flush();
            return new CircuitDigest(size, HexFormat.of().formatHex(sha256.digest()), checkpoints,
                    new Terms(terms[0], terms[1], terms[2]), density);
        }
    }
}

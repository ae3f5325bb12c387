package io.cairn.proofs.circuit.gadget;

import java.util.Arrays;

/** SHA-256 over literals in the order of the standard: first byte first, most significant bit first; bellperson: src/gadgets/sha256.rs. */
public final class Sha256Gadget {

    private static final int BLOCK = 512;
    private static final int ROUNDS = 64;
    private static final int[][] INITIAL = constants(
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
    private static final int[][] ROUND = constants(
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2);

    private final Words words;
    private final int[][] state = new int[INITIAL.length][];

    /** A gadget that writes to the given rows. */
    public Sha256Gadget(Rows rows) {
        this.words = new Words(rows, new Bits(rows));
    }

    private static int[][] constants(int... values) {
        return Arrays.stream(values).mapToObj(Words::constant).toArray(int[][]::new);
    }

    /** The 256 bits of the digest of a message of whole bytes. */
    public int[] hash(int[] message) {
        if (message.length % 8 != 0) {
            throw new IllegalArgumentException("message has " + message.length + " bits, expected whole bytes");
        }
        int[] padded = pad(message);
        Arrays.setAll(state, i -> INITIAL[i].clone());
        for (int block = 0; block < padded.length; block += BLOCK) {
            compress(padded, block);
        }
        return bigEndian(state);
    }

    private static int[] pad(int[] message) {
        int length = (message.length + 1 + Long.SIZE + BLOCK - 1) / BLOCK * BLOCK;
        int[] padded = Arrays.copyOf(message, length);
        Arrays.fill(padded, message.length, length, Literal.FALSE);
        padded[message.length] = Literal.TRUE;
        for (int i = 0; i < Long.SIZE; i++) {
            padded[length - 1 - i] = Literal.constant(((long) message.length >>> i & 1) == 1);
        }
        return padded;
    }

    private void compress(int[] message, int block) {
        int[][] schedule = schedule(message, block);
        int[][] a = {state[0]};
        int[] b = state[1];
        int[] c = state[2];
        int[] d = state[3];
        int[][] e = {state[4]};
        int[] f = state[5];
        int[] g = state[6];
        int[] h = state[7];
        for (int i = 0; i < ROUNDS; i++) {
            int[] newE = evaluate(e);
            int[] s1 = words.rotated(newE, 6, 11, 25);
            int[] chosen = words.choose(newE, f, g);
            int[] newA = evaluate(a);
            int[] s0 = words.rotated(newA, 2, 13, 22);
            int[] majority = words.majority(newA, b, c);
            e = new int[][] {h, s1, chosen, ROUND[i], schedule[i], d};
            a = new int[][] {h, s1, chosen, ROUND[i], schedule[i], s0, majority};
            h = g;
            g = f;
            f = newE;
            d = c;
            c = b;
            b = newA;
        }
        add(0, with(a, state[0]));
        add(1, state[1], b);
        add(2, state[2], c);
        add(3, state[3], d);
        add(4, with(e, state[4]));
        add(5, state[5], f);
        add(6, state[6], g);
        add(7, state[7], h);
        words.release();
    }

    /** Makes a word of the state, which outlives the block, the sum of words that do not; none of them is that word of another element. */
    private void add(int element, int[]... addends) {
        System.arraycopy(words.sum(addends), 0, state[element], 0, Integer.SIZE);
    }

    private int[][] schedule(int[] message, int block) {
        int[][] schedule = new int[ROUNDS][];
        for (int i = 0; i < 16; i++) {
            schedule[i] = words.bigEndian(message, block + Integer.SIZE * i);
        }
        for (int i = 16; i < ROUNDS; i++) {
            int[] s0 = words.rotatedAndShifted(schedule[i - 15], 7, 18, 3);
            int[] s1 = words.rotatedAndShifted(schedule[i - 2], 17, 19, 10);
            schedule[i] = words.sum(schedule[i - 16], s0, schedule[i - 7], s1);
        }
        return schedule;
    }

    /** A sum that is only written when its value is needed: one word stands for itself. */
    private int[] evaluate(int[][] pending) {
        return pending.length == 1 ? pending[0] : words.sum(pending);
    }

    private static int[][] with(int[][] pending, int[] word) {
        int[][] all = Arrays.copyOf(pending, pending.length + 1);
        all[pending.length] = word;
        return all;
    }

    private static int[] bigEndian(int[][] state) {
        int[] bits = new int[256];
        for (int i = 0; i < 256; i++) {
            bits[i] = state[i / 32][31 - i % 32];
        }
        return bits;
    }
}

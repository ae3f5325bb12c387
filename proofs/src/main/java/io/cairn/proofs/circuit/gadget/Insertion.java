package io.cairn.proofs.circuit.gadget;

/** Puts a number among its siblings at a position given by bits, or takes one out; rust-fil-proofs: storage-proofs-core/src/gadgets/insertion.rs. */
public final class Insertion {

    private final Bits bits;
    private final Numbers numbers;

    /** A gadget that writes to the given rows. */
    public Insertion(Rows rows) {
        this.bits = new Bits(rows);
        this.numbers = new Numbers(rows);
    }

    /** All numbers in order, {@code inserted} at the position; 1, 3 or 7 others with 1, 2 or 3 bits, least significant first. */
    public int[] insert(int inserted, int[] position, int[] others) {
        return switch (others.length) {
            case 1 -> two(inserted, position, others);
            case 3 -> four(inserted, position, others);
            case 7 -> eight(inserted, position, others);
            default -> throw new IllegalArgumentException(others.length + " siblings, expected 1, 3 or 7");
        };
    }

    /**
     * The number at a position; rust-fil-proofs: storage-proofs-core/src/gadgets/insertion.rs, select.
     *
     * @param from as many numbers as the position's bits can spell
     * @param position least significant bit first
     */
    public int select(int[] from, int[] position) {
        int[] left = from;
        for (int bit = position.length - 1; bit >= 0; bit--) {
            int[] half = new int[left.length / 2];
            for (int i = 0; i < half.length; i++) {
                half[i] = numbers.pick(position[bit], left[half.length + i], left[i]);
            }
            left = half;
        }
        return left[0];
    }

    private int[] two(int x, int[] bit, int[] others) {
        int first = numbers.pick(bit[0], others[0], x);
        int second = numbers.pick(bit[0], x, others[0]);
        return new int[] {first, second};
    }

    private int[] four(int x, int[] bit, int[] others) {
        int b = others[0];
        int c = others[1];
        int d = others[2];
        int p0 = numbers.pick(bit[1], b, numbers.pick(bit[0], b, x));
        int p1 = numbers.pick(bit[1], c, numbers.pick(bit[0], x, b));
        int p2 = numbers.pick(bit[1], numbers.pick(bit[0], d, x), c);
        int p3 = numbers.pick(bit[1], numbers.pick(bit[0], x, d), d);
        return new int[] {p0, p1, p2, p3};
    }

    private int[] eight(int x, int[] bit, int[] others) {
        int b = others[0];
        int c = others[1];
        int d = others[2];
        int e = others[3];
        int f = others[4];
        int g = others[5];
        int h = others[6];
        int neither = bits.and(Literal.not(bit[0]), Literal.not(bit[1]));
        int both = bits.and(bit[0], bit[1]);
        int p0 = numbers.pick(bit[2], b, numbers.pick(neither, x, b));
        int p1 = numbers.pick(bit[2], c, numbers.pick(bit[1], c, numbers.pick(bit[0], x, b)));
        int p2 = numbers.pick(bit[2], d, numbers.pick(bit[1], numbers.pick(bit[0], d, x), c));
        int p3 = numbers.pick(bit[2], e, numbers.pick(both, x, d));
        int p4 = numbers.pick(bit[2], numbers.pick(neither, x, f), e);
        int p5 = numbers.pick(bit[2], numbers.pick(bit[1], g, numbers.pick(bit[0], x, f)), f);
        int p6 = numbers.pick(bit[2], numbers.pick(bit[1], numbers.pick(bit[0], h, x), g), g);
        int p7 = numbers.pick(bit[2], numbers.pick(both, x, h), h);
        return new int[] {p0, p1, p2, p3, p4, p5, p6, p7};
    }
}

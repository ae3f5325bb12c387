package io.cairn.proofs.curve;

/**
 * Sums of points, each as many times as its number, as sums without factors: number d = a m + b counts a m times in the sum of row a and b times in that of
 * column b, and of the few rows and columns those whose number has a certain bit are summed.
 */
final class WeightedSums {

    private final Buckets points;
    private final int windows;
    private final int log2;
    private final int columnBits;
    private final int columns;
    /** Columns and rows of a window. */
    private final int lines;

    private WeightedSums(Buckets points, int windows, int log2) {
        this.points = points;
        this.windows = windows;
        this.log2 = log2;
        this.columnBits = log2 / 2;
        this.columns = 1 << columnBits;
        this.lines = columns + (1 << log2 - columnBits) + 1;
    }

    /**
     * In bucket {@code window * (log2 + 1) + bit} the sum of the points of that window whose number has that bit.
     *
     * @param points number d of a window in bucket {@code (window << log2) + d - 1}, for d from 1 to 2^log2
     */
    static Buckets byBits(Buckets points, int windows, int log2) {
        return new WeightedSums(points, windows, log2).byBits();
    }

    private Buckets byBits() {
        Buckets sums = linesOf();
        Buckets bits = sums.over(windows * (log2 + 1));
        Items items = new Items(windows * lines * (log2 + 1));
        for (int line = 0; line < windows * lines; line++) {
            if (sums.isFilled(line)) {
                int window = line / lines;
                int number = line % lines;
                int weight = number < columns ? number : number - columns << columnBits;
                for (int bit = 0; bit <= log2; bit++) {
                    if ((weight >>> bit & 1) == 1) {
                        items.add(window * (log2 + 1) + bit, line << 1);
                    }
                }
            }
        }
        bits.add(items);
        return bits;
    }

    /** The sums of columns and rows; those of number 0 are left out. */
    private Buckets linesOf() {
        Buckets sums = points.over(windows * lines);
        Items items = new Items(2 * windows << log2);
        for (int point = 0; point < windows << log2; point++) {
            if (points.isFilled(point)) {
                int first = (point >>> log2) * lines;
                int number = (point & (1 << log2) - 1) + 1;
                if (number % columns != 0) {
                    items.add(first + number % columns, point << 1);
                }
                if (number >= columns) {
                    items.add(first + columns + number / columns, point << 1);
                }
            }
        }
        sums.add(items);
        return sums;
    }
}

package io.cairn.proofs.curve;

import io.cairn.proofs.field.FqLaneInverses;
import io.cairn.proofs.field.FqLanes;

/** Of a point in each lane and of its images the odd multiples up to 15, affine: x and y of each, one array for each image and multiple. */
final class LaneTable {

    private static final int MULTIPLES = 1 << OddDigits.WIDTH - 1;

    private final LaneField field;
    private final int blocks;
    private final int doubles;
    private final double[][][] x;
    private final double[][][] y;

    private LaneTable(Curve curve, int blocks, int images) {
        this.field = LaneField.of(curve, blocks);
        this.blocks = blocks;
        this.doubles = field.components() * blocks * FqLanes.BLOCK;
        this.x = new double[MULTIPLES][images][doubles];
        this.y = new double[MULTIPLES][images][doubles];
    }

    /**
     * The table of some points of the subgroup of prime order, none infinite.
     *
     * @throws IllegalArgumentException if a point is not in the subgroup and a small multiple of it is infinite
     */
    static LaneTable of(Curve curve, JacobianLanes lanes, JacobianLanes.Points points, int blocks) {
        LaneImages images = LaneImages.of(curve);
        LaneTable table = new LaneTable(curve, blocks, images.parts().count());
        table.setMultiples(oddMultiples(lanes, points));
        for (int multiple = 0; multiple < MULTIPLES; multiple++) {
            images.fill(table.x[multiple], table.y[multiple], blocks);
        }
        return table;
    }

    private static JacobianLanes.Points[] oddMultiples(JacobianLanes lanes, JacobianLanes.Points points) {
        JacobianLanes.Points[] multiples = new JacobianLanes.Points[MULTIPLES];
        JacobianLanes.Points twice = lanes.points();
        lanes.twice(twice, points);
        multiples[0] = points;
        for (int k = 1; k < MULTIPLES; k++) {
            multiples[k] = lanes.points();
            lanes.add(multiples[k], multiples[k - 1], twice);
        }
        return multiples;
    }

    /** All at the price of one inversion. */
    private void setMultiples(JacobianLanes.Points[] multiples) {
        int norm = blocks * FqLanes.BLOCK;
        double[] tree = new double[FqLaneInverses.treeBlocks(MULTIPLES * blocks) * FqLanes.BLOCK];
        double[] inverse = new double[doubles];
        double[] power = new double[doubles];
        for (int k = 0; k < MULTIPLES; k++) {
            field.norm(inverse, multiples[k].z(), blocks);
            System.arraycopy(inverse, 0, tree, k * norm, norm);
        }
        if (!new FqLaneInverses(2 * FqLanes.FACTOR).invert(tree, MULTIPLES * blocks)) {
            throw new IllegalArgumentException("a point is of small order, expected points of the subgroup of prime order");
        }
        for (int k = 0; k < MULTIPLES; k++) {
            System.arraycopy(tree, k * norm, power, 0, norm);
            field.multiplyByCofactor(inverse, multiples[k].z(), power, blocks);
            field.square(power, inverse, blocks);
            field.mul(x[k][0], multiples[k].x(), power, blocks);
            field.mul(power, power, inverse, blocks);
            field.mul(y[k][0], multiples[k].y(), power, blocks);
        }
    }

    /** Out of each lane's multiples of an image that which its digit names, or its negative. */
    void choose(double[] outX, double[] outY, int image, int[] digits) {
        for (int at = 0; at < doubles; at += FqLanes.BLOCK) {
            int firstLane = at / FqLanes.BLOCK % blocks * FqLanes.LANES;
            for (int lane = 0; lane < FqLanes.LANES; lane++) {
                int digit = digits[firstLane + lane];
                double[] fromX = x[Math.abs(digit) / 2][image];
                double[] fromY = y[Math.abs(digit) / 2][image];
                double sign = digit < 0 ? -1 : 1;
                for (int k = at + lane; k < at + FqLanes.BLOCK; k += FqLanes.LANES) {
                    outX[k] = fromX[k];
                    outY[k] = sign * fromY[k];
                }
            }
        }
    }
}

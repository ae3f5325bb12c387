package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.Workers;
import java.util.List;

/** Takes the scalars of a segment, and after them the points and images that they need. */
final class SegmentLoading {

    /** Points decoded at a time. */
    private static final int PART = 1 << 10;

    private final Points points;
    private final long first;
    private final int length;
    private final SegmentPoints decoded;
    private final List<SegmentScalars> scalars;

    /** @param first the first point's number */
    SegmentLoading(Points points, long first, int length, SegmentPoints decoded, List<SegmentScalars> scalars) {
        this.points = points;
        this.first = first;
        this.length = length;
        this.decoded = decoded;
        this.scalars = scalars;
    }

    /** @param from the first scalars' number */
    void load(long from, Workers workers) {
        int parts = (length + PART - 1) / PART;
        int[] images = new int[parts + 1];
        workers.forEach(parts, part -> images[part + 1] = takeScalars(part * PART, end(part), from));
        for (int part = 0; part < parts; part++) {
            images[part + 1] += images[part];
        }
        decoded.makeRoomForImages(images[parts]);
        workers.forEach(parts, part -> takePoints(part * PART, end(part), images[part]));
    }

    private int end(int part) {
        return Math.min(length, (part + 1) * PART);
    }

    /** Answers how many points are to have images. */
    private int takeScalars(int begin, int end, long from) {
        int images = 0;
        for (int k = begin; k < end; k++) {
            boolean split = false;
            for (SegmentScalars one : scalars) {
                one.set(k, from + k);
                split |= one.isSplit(k);
            }
            images += split ? 1 : 0;
        }
        return images;
    }

    /** Points whose scalars are all zero are not read. */
    private void takePoints(int begin, int end, int firstImage) {
        int[] places = new int[end - begin];
        int[] withImages = new int[end - begin];
        long[] numbers = new long[end - begin];
        int needed = 0;
        int split = 0;
        for (int k = begin; k < end; k++) {
            if (isNeeded(k)) {
                numbers[needed] = first + k;
                places[needed++] = k;
            }
            if (isSplit(k)) {
                withImages[split++] = k;
            }
        }
        Curve curve = points.curve();
        long[] affine = new long[needed * curve.affineLimbs()];
        points.get(numbers, needed, affine);
        decoded.set(places, needed, affine);
        if (split > 0) {
            decoded.setImages(withImages, split, firstImage);
        }
        for (int k = 0; k < needed; k++) {
            if (curve.isAffineInfinity(affine, k * curve.affineLimbs())) {
                int infinite = places[k];
                scalars.forEach(one -> one.setZero(infinite));
            }
        }
    }

    private boolean isNeeded(int k) {
        boolean needed = false;
        for (SegmentScalars one : scalars) {
            needed |= !one.isZero(k);
        }
        return needed;
    }

    private boolean isSplit(int k) {
        boolean split = false;
        for (SegmentScalars one : scalars) {
            split |= one.isSplit(k);
        }
        return split;
    }
}

package io.cairn.proofs.curve;

/** Bytes that are no point of the curve, or no point of the subgroup that was asked for. */
public final class PointFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public PointFormatException(String message) {
        super(message);
    }
}

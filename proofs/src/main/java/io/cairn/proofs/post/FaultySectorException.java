package io.cairn.proofs.post;

/** The files of a sector do not prove it. */
public final class FaultySectorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long sectorNumber;

    FaultySectorException(long sectorNumber, String fault) {
        super("sector " + Long.toUnsignedString(sectorNumber) + " is faulty: " + fault);
        this.sectorNumber = sectorNumber;
    }

    /** The sector. */
    public long sectorNumber() {
        return sectorNumber;
    }
}

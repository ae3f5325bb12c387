package io.cairn.proofs.post;

/** The files of a sector do not prove it. The message names the sector and the fault. */
public final class FaultySectorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultySectorException(long sectorNumber, String fault) {
        super("sector " + Long.toUnsignedString(sectorNumber) + " is faulty: " + fault);
    }
}

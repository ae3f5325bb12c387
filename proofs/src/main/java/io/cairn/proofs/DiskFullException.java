package io.cairn.proofs;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file does not fit on its disk. */
public final class DiskFullException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    private final long wanted;
    private final long free;

    /**
     * A file that does not fit.
     *
     * @param wanted bytes that the file needs
     * @param free   bytes that the disk had left when it was asked
     */
    public DiskFullException(Path file, long wanted, long free) {
        super(file.toString(), null, "the disk is full: " + wanted + " bytes wanted, " + free
                + " free; make room on that disk, the work then goes on where it was");
        this.wanted = wanted;
        this.free = free;
    }

    /** Bytes that the file needs. */
    public long wanted() {
        return wanted;
    }

    /** Bytes that the disk had left. */
    public long free() {
        return free;
    }
}

package io.cairn.proofs;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file is there but is not what it should be: cut off, too long, or of content that cannot be. */
public final class DamagedFileException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    /**
     * A damaged file.
     *
     * @param found    what is there, such as {@code 12 bytes}
     * @param expected what should be there
     */
    public DamagedFileException(Path file, String found, String expected) {
        super(file.toString(), null, found + ", expected " + expected + "; " + FileRemedy.of(file));
    }
}

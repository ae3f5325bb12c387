package io.cairn.actors.files;

import io.cairn.actors.ports.SealingFailure;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.DiskFullException;
import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.ProofException;
import io.cairn.proofs.parameter.MissingParametersException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * One attempt at a stage of sealing: whatever goes wrong becomes a {@link SealingFailure} of the right class, in words that name the
 * file and what to do.
 *
 * @param stage   name of the stage
 * @param folder  where its files are, named when a disk is full and nothing else is known
 * @param badData what it means that the data or a proof over it is not right
 */
record Attempt(String stage, Path folder, FailureCode badData) {

    /** The stage's work. */
    interface Work<T> {
        T run() throws IOException;
    }

    <T> T at(Work<T> work) {
        try {
            return work.run();
        } catch (UncheckedIOException e) {
            throw failure(e.getCause());
        } catch (IOException e) {
            throw failure(e);
        } catch (MissingParametersException e) {
            throw failed(FailureCode.FETCH_FAILED, e);
        } catch (ProofException | IllegalArgumentException e) {
            throw failed(badData, e);
        } catch (InternalError e) {
            throw failed(FailureCode.FETCH_FAILED, mappedFileGone(e));
        }
    }

    /** What the JVM means by an internal error while mapped files are in use. */
    static IOException mappedFileGone(InternalError error) {
        return new IOException("a file was cut off while it was in use, or its disk fails", error);
    }

    /** The user's data, which nothing but its source can give back. */
    static <T> T source(String path, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            String problem = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
            throw new SealingFailure(FailureCode.FETCH_FAILED, "data of a piece, " + path + ": " + problem
                    + "; put it back there, it is tried again", e);
        }
    }

    private RuntimeException failure(IOException failure) {
        IOException explained = DiskSpace.explained(folder, 0, failure);
        return switch (explained) {
            case ClosedByInterruptException _ -> new CancellationException(stage + ": interrupted");
            case DiskFullException _ -> failed(FailureCode.NO_SPACE, explained);
            case NoSuchFileException _ -> failed(FailureCode.FILES_MISSING, explained);
            case FileNotFoundException _ -> failed(FailureCode.FILES_MISSING, explained);
            case DamagedFileException _ -> failed(FailureCode.FILES_MISSING, explained);
            case AccessDeniedException denied -> failed(FailureCode.FETCH_FAILED,
                    new IOException(denied.getFile() + ": access is denied; let this process read and write it", denied));
            default -> failed(FailureCode.FETCH_FAILED, explained);
        };
    }

    private SealingFailure failed(FailureCode code, Exception cause) {
        return new SealingFailure(code, stage + ": " + cause.getMessage(), cause);
    }
}

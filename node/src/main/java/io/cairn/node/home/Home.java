package io.cairn.node.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one folder in which Cairn keeps everything, held by one process at a time. */
public final class Home implements AutoCloseable {

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private Home(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Makes the folder where missing and takes its lock, which the operating system frees when the process dies.
     *
     * @throws HomeException when another process holds it, or it cannot be written
     */
    public static Home acquire(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lockFile = FileChannel.open(
                    folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(lockFile);
            if (lock == null) {
                lockFile.close();
                throw new HomeException("the folder " + folder + " is in use by another Cairn process;"
                        + " stop it, or give this one another folder with --home");
            }
            return new Home(folder, lockFile, lock);
        } catch (IOException e) {
            throw new HomeException("the folder " + folder + " cannot be used: " + e
                    + "; make it writable, or give another one with --home");
        }
    }

    private static FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The folder itself. */
    public Path folder() {
        return folder;
    }

    /** Folder of the embedded chain. */
    public Path chain() {
        return sub("chain");
    }

    /** Folder of the event journal. */
    public Path journal() {
        return sub("journal");
    }

    /** Storage path of sealed and unsealed sectors, in Lotus' layout. */
    public Path sectors() {
        return sub("sectors");
    }

    /** What the provider keeps of itself: registration, endpoint. */
    public Path provider() {
        return sub("provider");
    }

    /** The file of the provider's keys. */
    public Path keys() {
        return folder.resolve("keys.json");
    }

    /** The file of the client's key. */
    public Path clientKey() {
        return folder.resolve("client.key");
    }

    /** Where users' files lie before they are in sectors. */
    public Path staging() {
        return sub("staging");
    }

    /** Where this process says how it is reached. */
    public Signposts signposts() {
        return new Signposts(folder);
    }

    private Path sub(String name) {
        Path path = folder.resolve(name);
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + folder, e);
        }
    }
}

package io.cairn.actors.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A disk in memory that is soon full. Mounting takes root; without it the test says that it was skipped. */
final class SmallDisk implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    static SmallDisk mount(Path folder, int kibibytes) throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString()),
                "a disk in memory could not be mounted, which takes root");
        return new SmallDisk(folder);
    }

    void resize(int kibibytes) throws Exception {
        if (!run("mount", "-o", "remount,size=" + kibibytes + "k", folder.toString())) {
            throw new IOException(folder + ": could not be resized");
        }
    }

    @Override
    public void close() throws Exception {
        if (!run("umount", "-l", folder.toString())) {
            throw new IOException(folder + ": could not be unmounted");
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}

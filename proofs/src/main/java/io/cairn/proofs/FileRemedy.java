package io.cairn.proofs;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What an operator can do about a file of ours that is missing or damaged, told by its name. */
public final class FileRemedy {

    private FileRemedy() {
    }

    /** Throws {@link NoSuchFileException} with the remedy if there is no such file. */
    public static void requireThere(Path file) throws NoSuchFileException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "missing; " + of(file));
        }
    }

    /** A sentence without a full stop. */
    public static String of(Path file) {
        String name = file.getFileName().toString();
        Path parent = file.toAbsolutePath().getParent();
        String folder = parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
        if (name.endsWith(".params") || name.endsWith(".vk")) {
            return "remove it and run 'cairn parameters' to make it anew for a devnet, or download the network's published file";
        }
        if (name.startsWith("v28-sdr-parent-")) {
            return "remove it, it is made anew when it is needed";
        }
        if (name.contains("layer-") || name.contains("tree-d") || name.contains("tree-c")) {
            return "remove it and resume the sector, sealing makes the same file again from the same ticket";
        }
        if (name.contains("tree-r-last")) {
            return "make it again from the sealed file or restore it from a copy, until then the sector cannot be proved";
        }
        if (name.equals("p_aux") || name.equals("t_aux")) {
            return "restore it from a copy, or seal the sector again with the same ticket, which gives the same file";
        }
        if (folder.equals("unsealed")) {
            return "remove it, the data can be unsealed from the replica";
        }
        return "restore it from a copy, until then the sector cannot be proved";
    }
}

package io.cairn.proofs.seal;

import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.FileRemedy;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.bincode.BincodeWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The file {@code t_aux}: where the files of a sealed sector are and how long. Readers replace the path by the directory
 * they found the file in. Source: rust-fil-proofs, storage-proofs-porep/src/stacked/vanilla/params.rs (TemporaryAux).
 */
public final class TemporaryAux {

    private TemporaryAux() {}

    /** The bytes of the file for a sector whose cache directory has the given name. */
    static byte[] encode(SectorShape shape, String path) {
        BincodeWriter out = new BincodeWriter();
        out.int64(shape.layers());
        StoreConfig.layers(shape, path).forEach(layer -> write(out, layer));
        write(out, StoreConfig.treeD(shape, path));
        write(out, StoreConfig.treeRLast(shape, path));
        write(out, StoreConfig.treeC(shape, path));
        return out.toByteArray();
    }

    /**
     * Compares the file with what it must be, whatever directory it names.
     *
     * @throws IOException if it is missing, or describes other files than those of the shape
     */
    public static void requireRight(Path file, SectorShape shape) throws IOException {
        FileRemedy.requireThere(file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.remaining() < 2 * Long.BYTES || buffer.getLong(Long.BYTES) < 0 || buffer.getLong(Long.BYTES) > bytes.length - 2 * Long.BYTES) {
            throw new DamagedFileException(file, bytes.length + " bytes", "a description of a sector's files");
        }
        String path = new String(bytes, 2 * Long.BYTES, (int) buffer.getLong(Long.BYTES), StandardCharsets.UTF_8);
        if (!Arrays.equals(bytes, encode(shape, path))) {
            throw new DamagedFileException(file, "other content", "the files of a sector of " + shape.sectorBytes() + " bytes");
        }
    }

    private static void write(BincodeWriter out, StoreConfig config) {
        writeText(out, config.path());
        writeText(out, config.id());
        out.raw(new byte[] {1}); // The size is there.
        out.int64(config.size());
        out.int64(config.rowsToDiscard());
    }

    private static void writeText(BincodeWriter out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.int64(bytes.length);
        out.raw(bytes);
    }
}

package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.bincode.BincodeWriter;
import java.nio.charset.StandardCharsets;

/**
 * The file {@code t_aux}: where the files of a sealed sector are and how long. Readers replace the path by the directory
 * they found the file in. Source: rust-fil-proofs, storage-proofs-porep/src/stacked/vanilla/params.rs (TemporaryAux).
 */
final class TemporaryAux {

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

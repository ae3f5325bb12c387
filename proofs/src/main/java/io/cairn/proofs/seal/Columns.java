package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The columns of a replica: for each node its labels of all layers. Reading is safe from many threads. */
public final class Columns implements AutoCloseable {

    private static final int NODE = SectorShape.NODE_BYTES;

    private final List<MappedFile> layers = new ArrayList<>();
    private final Poseidon hasher;

    private Columns(int layerCount) {
        this.hasher = Poseidon.ofArity(layerCount);
    }

    /**
     * Opens all layers of a sector.
     *
     * @throws IOException if one is missing or has a wrong length
     */
    public static Columns open(CacheFolder cache) throws IOException {
        Columns columns = new Columns(cache.shape().layers());
        try {
            for (int layer = 1; layer <= cache.shape().layers(); layer++) {
                columns.layers.add(MappedFile.read(cache.layer(layer), cache.shape().sectorBytes()));
            }
            return columns;
        } catch (IOException e) {
            columns.close();
            throw e;
        }
    }

    /** Writes the hashes of {@code count} columns from node {@code first} on to the start of {@code out}. */
    void hash(long first, int count, byte[] out) {
        int height = layers.size();
        byte[] labels = new byte[count * NODE];
        byte[] columns = new byte[count * height * NODE];
        for (int layer = 0; layer < height; layer++) {
            layers.get(layer).get(first, count, labels, 0);
            for (int i = 0; i < count; i++) {
                System.arraycopy(labels, i * NODE, columns, (i * height + layer) * NODE, NODE);
            }
        }
        hasher.parents(columns, out, count);
    }

    @Override
    public void close() {
        layers.forEach(MappedFile::close);
    }
}

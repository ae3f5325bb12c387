package io.cairn.proofs.opening;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.tree.TreeFile;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sector's binary data tree in its file, open for openings. Safe for use by many threads until it is closed. */
public final class DataTree implements AutoCloseable {

    private final TreeFile file;

    private DataTree(TreeFile file) {
        this.file = file;
    }

    /** Opens the file; throws {@link IOException} if it is missing or has another length than the shape asks for. */
    public static DataTree open(SectorShape shape, Path file) throws IOException {
        return new DataTree(TreeFile.open(file, TreeLayout.complete(2, shape.nodes())));
    }

    /** The opening of one leaf. */
    public MerkleProof open(long leaf) {
        List<PathElement> path = new ArrayList<>();
        long index = leaf;
        for (int row = 0; row < file.layout().rows() - 1; row++) {
            path.add(new PathElement(List.of(file.node(row, index ^ 1)), (int) (index & 1)));
            index >>>= 1;
        }
        return MerkleProof.single(file.root(), file.node(0, leaf), path);
    }

    /** A node of a row; row 0 is the data. */
    public byte[] node(int row, long index) {
        return file.node(row, index);
    }

    @Override
    public void close() {
        file.close();
    }
}

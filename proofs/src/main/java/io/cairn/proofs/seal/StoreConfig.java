package io.cairn.proofs.seal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.cairn.proofs.SectorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * How the reference describes one of its node files: JSON in the output of phase 1, bincode in {@code t_aux}.
 *
 * <p>Source: merkletree, src/store/mod.rs (StoreConfig).
 *
 * @param path directory of the file
 * @param id the part of the name that differs
 * @param size nodes; of a split tree, those of one base tree, whether in the file or not
 * @param rowsToDiscard rows above the leaves that the file leaves out
 */
@JsonPropertyOrder({"path", "id", "size", "rows_to_discard"})
public record StoreConfig(String path, String id, long size, @JsonProperty("rows_to_discard") long rowsToDiscard) {

    /** The label layers of a sector. */
    static List<StoreConfig> layers(SectorShape shape, String path) {
        List<StoreConfig> layers = new ArrayList<>();
        for (int layer = 1; layer <= shape.layers(); layer++) {
            layers.add(new StoreConfig(path, "layer-" + layer, shape.nodes(), 0));
        }
        return layers;
    }

    /** The tree over the data. */
    static StoreConfig treeD(SectorShape shape, String path) {
        return new StoreConfig(path, "tree-d", 2 * shape.nodes() - 1, 0);
    }

    /** The tree over the replica. */
    static StoreConfig treeRLast(SectorShape shape, String path) {
        return new StoreConfig(path, "tree-r-last", shape.baseTreeNodes(), shape.discardedRows());
    }

    /** The tree over the columns. */
    static StoreConfig treeC(SectorShape shape, String path) {
        return new StoreConfig(path, "tree-c", shape.baseTreeNodes(), 0);
    }
}

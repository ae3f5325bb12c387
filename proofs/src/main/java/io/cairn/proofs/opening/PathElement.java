package io.cairn.proofs.opening;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a Merkle path.
 *
 * @param siblings the other children, 32 bytes each, in ascending position
 * @param index    position of the path's own node among them all, 0 to the number of siblings
 */
public record PathElement(List<byte[]> siblings, int index) {

    /** Checks the index. */
    public PathElement {
        siblings = List.copyOf(siblings);
        if (index < 0 || index > siblings.size()) {
            throw new IllegalArgumentException("path element index: " + index + ", expected 0 to " + siblings.size());
        }
    }

    /** The row of children that leaves out its own node, as a path element. */
    public static PathElement of(byte[][] children, int index) {
        List<byte[]> siblings = new ArrayList<>(children.length - 1);
        for (int i = 0; i < children.length; i++) {
            if (i != index) {
                siblings.add(children[i]);
            }
        }
        return new PathElement(siblings, index);
    }

    /** Number of children. */
    public int arity() {
        return siblings.size() + 1;
    }

    /** The parent, given the path's own node. */
    byte[] parent(byte[] node, NodeHash hash) {
        byte[][] children = new byte[arity()][];
        for (int i = 0, from = 0; i < children.length; i++) {
            children[i] = i == index ? node : siblings.get(from++);
        }
        return hash.parent(children);
    }
}

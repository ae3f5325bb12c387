package io.cairn.actors.chain;

import io.cairn.actors.Wire;
import java.util.List;

/**
 * A tipset at the end of the chain.
 *
 * @param height epoch of the tipset
 * @param tipset CIDs of its blocks in text form, in the order of the key
 */
public record Head(long height, List<String> tipset) implements Wire {
    public Head {
        tipset = List.copyOf(tipset);
    }
}

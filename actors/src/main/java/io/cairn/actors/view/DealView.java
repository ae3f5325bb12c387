package io.cairn.actors.view;

import io.cairn.actors.Wire;
import io.cairn.persistence.deal.DealState;

/**
 * A deal as a person may see it.
 *
 * @param waitsFor why it did not go on at the newest head, empty if it did
 */
public record DealView(String deal, DealState state, String waitsFor) implements Wire {
}

package io.cairn.actors.view;

import io.cairn.actors.Wire;
import io.cairn.persistence.deal.DealState;

/** A deal as a person may see it. */
public record DealView(String deal, DealState state) implements Wire {
}

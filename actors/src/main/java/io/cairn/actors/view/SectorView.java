package io.cairn.actors.view;

import io.cairn.actors.Wire;
import io.cairn.persistence.sector.SectorState;

/** A sector as a person may see it, with its history. */
public record SectorView(long number, SectorState state) implements Wire {
}

package io.cairn.actors.view;

import io.cairn.actors.Wire;
import io.cairn.persistence.deadline.WindowState;
import java.util.List;

/**
 * A deadline as a person may see it.
 *
 * @param windows newest last
 * @param proving whether a proof is being computed
 */
public record DeadlineView(int index, List<WindowState> windows, boolean proving) implements Wire {
    public DeadlineView {
        windows = List.copyOf(windows);
    }
}

package io.cairn.node.watch;

import io.cairn.node.view.Overview.Alert;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers since when each alert is there; one that is no longer reported is gone. */
final class AlertBook {

    private Map<String, Alert> open = Map.of();

    /** The alerts of now, newest first, each with the moment at which it was first reported. */
    List<Alert> update(List<Alert> reported) {
        Map<String, Alert> next = new HashMap<>();
        for (Alert alert : reported) {
            Alert earlier = open.get(alert.id());
            long since = earlier == null ? alert.since() : Math.min(earlier.since(), alert.since());
            next.put(alert.id(), new Alert(alert.id(), alert.tone(), alert.title(), alert.text(), since));
        }
        open = next;
        return next.values().stream()
                .sorted(Comparator.comparingLong(Alert::since).reversed().thenComparing(Alert::id)).toList();
    }
}

package io.cairn.node.http;

import io.cairn.node.view.Overview;
import java.util.Arrays;
import java.util.Locale;

/** The overview in Prometheus' text form, version 0.0.4. */
final class Metrics {

    private final StringBuilder out = new StringBuilder();

    private Metrics() {}

    static String of(Overview overview) {
        Metrics metrics = new Metrics();
        metrics.gauge("cairn_head_height", "Epoch of the chain head.", "", overview.height());
        metrics.gauge("cairn_head_age_seconds", "Seconds since the head arrived.", "", overview.headAgeSeconds());
        metrics.gauge("cairn_alerts", "Things that need a hand.", "", overview.alerts().size());
        metrics.gauge("cairn_proofs_running", "Proofs being computed.", "", overview.proofs().size());
        metrics.describe("cairn_sectors", "Sectors by state.");
        overview.sectors().forEach(row -> metrics.sample("cairn_sectors", "{state=\"" + escape(row.state()) + "\"}", row.count()));
        metrics.describe("cairn_deadlines", "Deadlines by how they stand.");
        Arrays.stream(Overview.DeadlineCell.Kind.values()).forEach(kind -> metrics.sample(
                "cairn_deadlines",
                "{state=\"" + kind + "\"}",
                overview.deadlines().stream().filter(cell -> cell.kind() == kind).count()));
        metrics.describe("cairn_shard_entities", "Sharded entities by type.");
        overview.shards().forEach(group ->
                metrics.sample("cairn_shard_entities", "{type=\"" + escape(group.type()) + "\"}", group.entities()));
        Runtime runtime = Runtime.getRuntime();
        metrics.gauge("cairn_heap_bytes", "Bytes of heap in use.", "", runtime.totalMemory() - runtime.freeMemory());
        return metrics.out.toString();
    }

    private void gauge(String name, String help, String labels, double value) {
        describe(name, help);
        sample(name, labels, value);
    }

    private void describe(String name, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(" gauge\n");
    }

    private void sample(String name, String labels, double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
        out.append(name).append(labels).append(' ').append(text).append('\n');
    }

    private static String escape(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}

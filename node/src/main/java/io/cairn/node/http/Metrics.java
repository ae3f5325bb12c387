package io.cairn.node.http;

import io.cairn.node.view.Overview.Lane;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Overview.Job;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The overview in Prometheus' text form, version 0.0.4. Base units; labels of bounded value only. */
final class Metrics {

    private static final int ATTO_DECIMALS = 18;
    private static final double MILLIS = 1000;

    private final StringBuilder out = new StringBuilder();
    private final String miner;

    private Metrics(String miner) {
        this.miner = miner;
    }

    static String of(Overview overview) {
        Metrics metrics = new Metrics(overview.miner());
        metrics.chain(overview);
        metrics.windows(overview);
        metrics.sectors(overview);
        metrics.deals(overview);
        metrics.sweep(overview);
        metrics.work(overview);
        metrics.process();
        return metrics.out.toString();
    }

    private void chain(Overview overview) {
        gauge("fsp_build_info", "Always 1; the labels say what runs.",
                labels("version", "0.1.0", "java", Runtime.version().toString(), "vm", System.getProperty("java.vm.name")), 1);
        gauge("fsp_chain_head_epoch", "Epoch of the chain head.", labels("network", overview.network()), overview.height());
        gauge("fsp_chain_head_age_seconds", "Seconds since the head moved.", labels("network", overview.network()), overview.headAgeSeconds());
        describe("fsp_power_bytes", "Power of the miner.", "gauge");
        sample("fsp_power_bytes", ofMiner("kind", "raw"), new BigDecimal(overview.figures().rawPower()));
        sample("fsp_power_bytes", ofMiner("kind", "qa"), new BigDecimal(overview.figures().qualityPower()));
        gauge("fsp_network_power_bytes", "Raw power of the network.", labels("network", overview.network()),
                new BigDecimal(overview.figures().networkRawPower()));
        describe("fsp_wallet_balance_fil", "What the provider's addresses can spend, in FIL.", "gauge");
        sample("fsp_wallet_balance_fil", ofMiner("role", "worker", "state", "free"), fil(overview.figures().workerBalance()));
        sample("fsp_wallet_balance_fil", ofMiner("role", "miner", "state", "free"), fil(overview.figures().availableBalance()));
    }

    private void windows(Overview overview) {
        describe("fsp_deadline_state", "Deadlines of the proving period by how they stand.", "gauge");
        Arrays.stream(Overview.DeadlineCell.Kind.values()).forEach(kind -> sample("fsp_deadline_state", ofMiner("state", kind.name()),
                overview.deadlines().stream().filter(cell -> cell.kind() == kind).count()));
        gauge("fsp_deadline_seconds_to_close", "Seconds until the present deadline closes, at the usual pace.", ofMiner(),
                overview.figures().secondsToClose());
        describe("fsp_window_post_total", "Windows by result since the process started; failed counts attempts at a proof.", "counter");
        sample("fsp_window_post_total", ofMiner("result", "landed"), overview.figures().windowsLanded());
        sample("fsp_window_post_total", ofMiner("result", "late"), overview.figures().windowsLate());
        sample("fsp_window_post_total", ofMiner("result", "failed"), overview.figures().proofsFailed());
    }

    private void sectors(Overview overview) {
        describe("fsp_sectors", "Sectors by stage.", "gauge");
        overview.sectors().forEach(row -> sample("fsp_sectors", ofMiner("stage", row.state()), row.count()));
        gauge("fsp_sectors_faulty", "Sectors without power because of a fault, recovering ones among them.", ofMiner(),
                overview.figures().faultySectors());
        gauge("fsp_sectors_recovering", "Faulty sectors that are declared to be proven again.", ofMiner(), overview.figures().recoveringSectors());
    }

    private void deals(Overview overview) {
        describe("fsp_deals", "Deals that have not ended by stage.", "gauge");
        overview.figures().deals().forEach(row -> sample("fsp_deals", ofMiner("stage", row.stage()), row.count()));
        gauge("fsp_deals_paused", "Deals that wait for an operator.", ofMiner(), overview.figures().pausedDeals());
    }

    private void sweep(Overview overview) {
        Overview.Sweep sweep = overview.figures().sweep();
        gauge("fsp_sweep_time_seconds", "When all sectors were looked at, seconds since 1970; 0 before the first time.", ofMiner(), sweep.at() / MILLIS);
        gauge("fsp_sweep_stuck_sectors", "Sectors that will not go on by themselves.", ofMiner(), sweep.stuckSectors());
        gauge("fsp_sweep_stray_sectors", "Sectors that are not followed but have files here.", ofMiner(), sweep.strays());
        gauge("fsp_sweep_stray_bytes", "Bytes of files that belong to no sector that is followed.", ofMiner(), sweep.strayBytes());
    }

    private void work(Overview overview) {
        describe("fsp_jobs_running", "Long computations that run now.", "gauge");
        Map<String, Long> jobs = overview.jobs().stream().collect(Collectors.groupingBy(Job::kind, TreeMap::new, Collectors.counting()));
        jobs.forEach((kind, count) -> sample("fsp_jobs_running", labels("kind", kind), count));
        gauge("fsp_proof_cores", "Cores that compute proofs.", "", overview.cores().count());
        gauge("fsp_proof_cores_busy", "Cores that compute proofs now.", "", overview.cores().busy());
        gauge("fsp_proof_memory_reserved_bytes", "Bytes outside the heap that proofs have reserved.", "", overview.memory().reserved());
        gauge("fsp_proof_memory_limit_bytes", "Bytes outside the heap that proofs may reserve together.", "", overview.memory().limit());
        describe("fsp_computations", "Computations by priority; halted ones have begun and let others go first.", "gauge");
        for (Lane lane : overview.cores().lanes()) {
            sample("fsp_computations", labels("priority", lane.priority(), "state", "running"), lane.running());
            sample("fsp_computations", labels("priority", lane.priority(), "state", "halted"), lane.halted());
            sample("fsp_computations", labels("priority", lane.priority(), "state", "queued"), lane.queued());
        }
        describe("fsp_shards", "Shards of the cluster by type and machine.", "gauge");
        overview.shards().forEach(group -> sample("fsp_shards", labels("type", group.type(), "node", group.node()), group.shards()));
        describe("fsp_entities", "Sharded entities by type and machine.", "gauge");
        overview.shards().forEach(group -> sample("fsp_entities", labels("type", group.type(), "node", group.node()), group.entities()));
        describe("fsp_alerts_open", "Things that need a hand.", "gauge");
        for (String severity : List.of("warn", "bad")) {
            sample("fsp_alerts_open", labels("severity", severity),
                    overview.alerts().stream().filter(alert -> alert.tone().name().equals(severity)).count());
        }
    }

    private void process() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        describe("jvm_memory_bytes_used", "Bytes in use.", "gauge");
        sample("jvm_memory_bytes_used", labels("area", "heap"), memory.getHeapMemoryUsage().getUsed());
        sample("jvm_memory_bytes_used", labels("area", "nonheap"), memory.getNonHeapMemoryUsage().getUsed());
        gauge("jvm_memory_bytes_max", "Bytes of heap at most.", labels("area", "heap"), memory.getHeapMemoryUsage().getMax());
        describe("jvm_gc_collection_seconds_total", "Seconds spent collecting garbage.", "counter");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            sample("jvm_gc_collection_seconds_total", labels("gc", collector.getName()), collector.getCollectionTime() / MILLIS);
        }
        gauge("jvm_threads_current", "Live platform threads.", "", ManagementFactory.getThreadMXBean().getThreadCount());
        gauge("process_start_time_seconds", "Seconds since 1970 at which the process started.", "",
                ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        describe("process_cpu_seconds_total", "Seconds of processor time.", "counter");
        sample("process_cpu_seconds_total", "", ProcessHandle.current().info().totalCpuDuration()
                .map(used -> used.toMillis() / MILLIS).orElse(0.0));
        gauge("process_cpus", "Processors that the process may use.", "", Runtime.getRuntime().availableProcessors());
    }

    private static BigDecimal fil(String atto) {
        return new BigDecimal(atto).movePointLeft(ATTO_DECIMALS);
    }

    private String ofMiner(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "miner";
        all[1] = miner;
        System.arraycopy(more, 0, all, 2, more.length);
        return labels(all);
    }

    private static String labels(String... namesAndValues) {
        StringBuilder labels = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            labels.append(i == 0 ? "" : ",").append(namesAndValues[i]).append("=\"").append(escape(namesAndValues[i + 1])).append('"');
        }
        return labels.append('}').toString();
    }

    private void gauge(String name, String help, String labels, Number value) {
        describe(name, help, "gauge");
        sample(name, labels, value);
    }

    private void describe(String name, String help, String type) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void sample(String name, String labels, Number value) {
        String text = switch (value) {
            case BigDecimal exact -> exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
            case Double floating -> String.format(Locale.ROOT, "%.3f", floating);
            default -> value.toString();
        };
        out.append(name).append(labels).append(' ').append(text).append('\n');
    }

    private static String escape(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}

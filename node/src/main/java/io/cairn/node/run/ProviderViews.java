package io.cairn.node.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.console.Bar;
import io.cairn.node.report.Reports;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Views;
import io.cairn.node.watch.Observer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** What the faces show: the overview as it was last seen, and reports that are made when they are asked for. */
final class ProviderViews implements Views {

    private final Reports reports;
    private final Observer observer;
    private final boolean wallTime;

    /** @param wallTime whether blocks carry the time by the clock; a chain that jumps over idle stretches does not keep it */
    ProviderViews(Reports reports, Observer observer, boolean wallTime) {
        this.reports = reports;
        this.observer = observer;
        this.wallTime = wallTime;
    }

    @Override
    public CompletionStage<Overview> overview() {
        return observer.overview();
    }

    @Override
    public CompletionStage<JsonNode> view(String name, String argument) {
        CompletionStage<JsonNode> report = reports.report(name, argument);
        return name.equals("info") && argument.isEmpty() ? report.thenCombine(overview(), this::withAlerts) : report;
    }

    private JsonNode withAlerts(JsonNode info, Overview overview) {
        ObjectNode whole = (ObjectNode) info;
        whole.put("headAgeSeconds", overview.headAgeSeconds()).put("sentence", overview.verdict().sentence());
        whole.put("behindSeconds", wallTime ? behind(info.required("headTime").asText()) : overview.headAgeSeconds());
        ArrayNode alerts = whole.putArray("alerts");
        overview.alerts().forEach(alert -> alerts.add(alert.title() + ". " + alert.text()));
        ArrayNode jobs = whole.putArray("jobs");
        Instant now = Instant.now();
        overview.jobs().forEach(job -> jobs.add(Bar.of(job, now).told()));
        whole.putObject("proofMemory").put("reserved", overview.memory().reserved()).put("limit", overview.memory().limit());
        return whole;
    }

    private static double behind(String headTime) {
        return Math.max(0, Duration.between(Instant.parse(headTime), Instant.now()).toSeconds());
    }

    @Override
    public Readiness readiness() {
        return observer.readiness();
    }
}

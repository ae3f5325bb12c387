package io.cairn.node.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.report.Reports;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Views;
import io.cairn.node.watch.Observer;
import java.util.concurrent.CompletionStage;

/** What the faces show: the overview as it was last seen, and reports that are made when they are asked for. */
final class ProviderViews implements Views {

    private final Reports reports;
    private final Observer observer;
    private final ObjectMapper json = new ObjectMapper();

    ProviderViews(Reports reports, Observer observer) {
        this.reports = reports;
        this.observer = observer;
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
        whole.set("alerts", json.valueToTree(overview.alerts()));
        whole.set("jobs", json.valueToTree(overview.jobs()));
        return whole;
    }

    @Override
    public Readiness readiness() {
        return observer.readiness();
    }
}

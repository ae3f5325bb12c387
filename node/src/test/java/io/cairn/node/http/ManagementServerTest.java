package io.cairn.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.view.Views;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagementServerTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create();
    private static final InventedViews VIEWS = new InventedViews();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Faces faces;
    private static ManagementServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        faces = InventedFaces.of(VIEWS, folder);
        server = ManagementServer.start(ACTORS.system(), "127.0.0.1", 0, faces).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.address().getPort() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void saysWhetherItIsReadyAndWhyNot() throws Exception {
        assertEquals(200, get("/health").statusCode());
        assertEquals(200, get("/ready").statusCode());
        VIEWS.readiness = new Views.Readiness(false, "the node has not answered for 40 s");
        try {
            HttpResponse<String> refusal = get("/ready");
            assertEquals(503, refusal.statusCode());
            assertEquals("the node has not answered for 40 s\n", refusal.body());
        } finally {
            VIEWS.readiness = new Views.Readiness(true, "");
        }
    }

    @Test
    void metricsAreInPrometheusForm() throws Exception {
        HttpResponse<String> metrics = get("/metrics");
        assertEquals("text/plain; version=0.0.4",
                metrics.headers().firstValue("content-type").orElseThrow());
        List<String> lines = metrics.body().lines().toList();
        for (String line : List.of(
                "# TYPE fsp_window_post_total counter",
                "fsp_window_post_total{miner=\"t01000\",result=\"landed\"} 212",
                "fsp_sectors{miner=\"t01000\",stage=\"proving\"} 6",
                "fsp_deadline_state{miner=\"t01000\",state=\"missed\"} 1",
                "fsp_jobs_running{kind=\"window_proof\"} 1",
                "fsp_proof_cores 3",
                "fsp_proof_cores_busy 2",
                "fsp_proof_memory_reserved_bytes 4382720",
                "fsp_proof_memory_limit_bytes 17179869184",
                "fsp_computations{priority=\"replication\",state=\"halted\"} 1",
                "fsp_computations{priority=\"labels\",state=\"queued\"} 4",
                "fsp_wallet_balance_fil{miner=\"t01000\",role=\"worker\",state=\"free\"} 99999.991",
                "fsp_deals{miner=\"t01000\",stage=\"SEALING\"} 3",
                "fsp_deals_paused{miner=\"t01000\"} 1",
                "fsp_sweep_stuck_sectors{miner=\"t01000\"} 1",
                "fsp_sweep_stray_bytes{miner=\"t01000\"} 4096",
                "fsp_alerts_open{severity=\"bad\"} 1",
                "fsp_power_bytes{miner=\"t01000\",kind=\"raw\"} 12288")) {
            assertTrue(lines.contains(line), line + " in\n" + metrics.body());
        }
        lines.forEach(line -> assertTrue(line.matches("# (HELP|TYPE) .+|[a-z_]+(\\{.+})? -?[0-9.]+"), line));
    }

    @Test
    void everyMetricIsDescribedOnceBeforeItsSamples() throws Exception {
        Set<String> described = new HashSet<>();
        String metric = "";
        for (String line : get("/metrics").body().lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                metric = line.split(" ")[2];
                assertTrue(described.add(metric), metric);
            } else if (!line.startsWith("#")) {
                assertEquals(metric, line.split("[{ ]")[0]);
            }
        }
    }

    @Test
    void viewsAnswerInJsonAndUnknownOnesAreNamed() throws Exception {
        assertEquals("{\"miner\":\"t01000\"}", get("/v1/info").body());
        HttpResponse<String> missing = get("/v1/nothing");
        assertEquals(404, missing.statusCode());
        assertEquals("{\"error\":\"there is no view nothing\"}", missing.body());
    }

    @Test
    void theDescriptionNamesEveryFieldOfTheOverview() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode described = json.readTree(get("/openapi.json").body()).at("/components/schemas/Overview/properties");
        JsonNode overview = json.readTree(get("/v1/overview").body());
        assertDescribed("overview", described, overview);
    }

    private static void assertDescribed(String where, JsonNode described, JsonNode shown) {
        Set<String> names = new TreeSet<>();
        described.fieldNames().forEachRemaining(names::add);
        Set<String> fields = new TreeSet<>();
        shown.fieldNames().forEachRemaining(fields::add);
        assertEquals(names, fields, where);
        for (String field : fields) {
            JsonNode value = shown.get(field);
            if (value.isObject()) {
                assertDescribed(field, described.at("/" + field + "/properties"), value);
            }
            value.elements().forEachRemaining(element -> {
                if (value.isArray() && element.isObject()) {
                    assertDescribed(field, described.at("/" + field + "/items/properties"), element);
                }
            });
        }
    }

    @Test
    void theLiveStreamSendsOneOverviewAfterAnother() throws Exception {
        HttpResponse<InputStream> stream =
                HTTP.send(request("/v1/live").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            long first = nextHeight(lines);
            assertTrue(nextHeight(lines) > first);
        }
    }

    private static long nextHeight(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("data:")) {
            line = lines.readLine();
        }
        return new ObjectMapper().readTree(line.substring("data:".length())).get("height").asLong();
    }

    @Test
    void aPortInUseIsNamedWithTheRemedy() {
        int taken = server.address().getPort();
        CompletionException refusal = assertThrows(CompletionException.class, () ->
                ManagementServer.start(ACTORS.system(), "127.0.0.1", taken, faces).toCompletableFuture().join());
        assertTrue(refusal.getMessage().contains("127.0.0.1:" + taken), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("cairn.management.port"), refusal.getMessage());
    }
}

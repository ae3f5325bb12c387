package io.cairn.devnet.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.vm.AcceptsEveryProofFake;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What lotus-miner sent to its node, sent to this chain, with this chain's tipsets in place of the recorded ones: every request is
 * understood, and those that do not name a foreign key, message or epoch are answered.
 */
class LotusMinerTrafficTest {

    /** Fast finality, which this chain does not have. Lotus-miner goes on without it. */
    private static final Set<String> NOT_SERVED =
            Set.of("Filecoin.F3GetManifest", "Filecoin.F3GetOrRenewParticipationTicket", "Filecoin.F3Participate");
    private static final int METHOD_NOT_FOUND = -32601;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> notServed = new TreeSet<>();
    private final List<String> notUnderstood = new ArrayList<>();
    private final Set<String> answered = new TreeSet<>();
    private JsonNode head;

    @Test
    void everyRequestIsUnderstood() throws Exception {
        List<ObjectNode> requests = recorded();
        assertTrue(requests.size() > 100, requests.size() + " requests");
        try (Devnet devnet = Devnet.start(new DevnetSettings(folder, "traffic", "127.0.0.1", 0, Duration.ZERO, false, 1_700_000_000,
                new AcceptsEveryProofFake(), new FakeProofWindowProver()))) {
            devnet.clock().step(12);
            head = JSON.readTree(ask(devnet, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Filecoin.ChainHead\",\"params\":[]}"))
                    .path("result").path("Cids");
            for (ObjectNode request : requests) {
                replay(devnet, request);
            }
        }
        assertEquals(NOT_SERVED, notServed);
        assertEquals(List.of(), notUnderstood);
        assertTrue(answered.size() >= 24, answered.size() + " methods answered: " + answered);
    }

    private static List<ObjectNode> recorded() throws Exception {
        List<ObjectNode> requests = new ArrayList<>();
        try (InputStream in = LotusMinerTrafficTest.class.getResourceAsStream("/vectors/lotus-miner-traffic.json")) {
            for (JsonNode section : JSON.readTree(in)) {
                for (JsonNode entry : section) {
                    JsonNode request = entry.path("dir").asText().equals("c2s") ? entry.path("data") : entry.path("request");
                    boolean isCall = request.path("method").asText().startsWith("Filecoin.")
                            && !request.path("method").asText().equals("Filecoin.ChainNotify");
                    if (isCall) {
                        requests.add((ObjectNode) request);
                    }
                }
            }
        }
        return requests;
    }

    private void replay(Devnet devnet, ObjectNode request) throws Exception {
        String method = request.path("method").asText();
        ArrayNode params = (ArrayNode) here(request.path("params"));
        if (method.equals("Filecoin.StateGetBeaconEntry")) {
            params.set(0, 5);
        }
        request.set("params", params);
        JsonNode reply = JSON.readTree(ask(devnet, JSON.writeValueAsString(request)));
        int code = reply.path("error").path("code").asInt(1);
        if (code == METHOD_NOT_FOUND) {
            notServed.add(method);
        } else if (code <= 0) {
            notUnderstood.add(request + " answered " + reply.path("error"));
        } else if (reply.has("result")) {
            answered.add(method);
        }
    }

    /** The value with this chain's head in place of tipset keys. */
    private JsonNode here(JsonNode value) {
        boolean isKey = value.isArray() && !value.isEmpty() && value.get(0).isObject() && value.get(0).size() == 1 && value.get(0).has("/");
        if (isKey && value.size() == 1) {
            return head;
        }
        if (value.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            value.forEach(each -> copy.add(here(each)));
            return copy;
        }
        return value;
    }

    private String ask(Devnet devnet, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(devnet.url())).timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + devnet.token()).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}

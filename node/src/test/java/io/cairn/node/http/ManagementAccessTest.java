package io.cairn.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.home.AccessToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may change something, and what the endpoint says to the others. */
class ManagementAccessTest {

    private static final ActorTestKit ACTORS = ActorTestKit.create();
    private static final InventedCommands COMMANDS = new InventedCommands();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static AccessToken token;
    private static ManagementServer server;

    @BeforeAll
    static void start() throws Exception {
        token = AccessToken.readOrCreate(folder.resolve("token"));
        Faces faces = new Faces(new InventedViews(), COMMANDS, Optional.of(new InventedData(ACTORS.system())), token);
        server = ManagementServer.start(ACTORS.system(), "127.0.0.1", 0, faces).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownTestKit();
    }

    private static HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.address().getPort() + path))
                .timeout(Duration.ofSeconds(10)).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> owner(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request.header("Authorization", token.header()));
    }

    @Test
    void theOwnerPledgesAndRemoves() throws Exception {
        HttpResponse<String> pledged = owner(post("/v1/pledge", "{\"request\":\"r\",\"count\":2}"));
        assertEquals(200, pledged.statusCode(), pledged.body());
        assertEquals("{\"sectors\":[10,11]}", pledged.body());
        assertEquals(200, owner(post("/v1/sectors/3/remove", "{\"reason\":\"its disk is gone\"}")).statusCode());
        assertEquals(200, owner(post("/v1/sectors/3/resume", "")).statusCode());
        assertTrue(COMMANDS.asked.contains("remove 3: its disk is gone"), COMMANDS.asked.toString());
    }

    @Test
    void withoutTheTokenNothingChanges() throws Exception {
        HttpResponse<String> missing = send(post("/v1/pledge", "{\"request\":\"r\",\"count\":77}"));
        assertEquals(401, missing.statusCode());
        assertTrue(missing.body().startsWith("{\"error\":\"the token is missing; send"), missing.body());
        HttpResponse<String> wrong = send(post("/v1/pledge", "{\"request\":\"r\",\"count\":77}").header("Authorization", "Bearer " + "0".repeat(64)));
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.body().startsWith("{\"error\":\"the token is wrong; send"), wrong.body());
        assertTrue(COMMANDS.asked.stream().noneMatch(what -> what.contains("77")));
    }

    @Test
    void aWrongTokenIsToldEvenWhereNoneIsNeeded() throws Exception {
        HttpRequest.Builder view = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.address().getPort() + "/v1/info"));
        assertEquals(200, send(view.copy()).statusCode());
        assertEquals(401, send(view.header("Authorization", "Bearer of another home")).statusCode());
    }

    @Test
    void anotherSitesPageIsRefused() throws Exception {
        HttpResponse<String> foreign = owner(post("/v1/sectors/1/resume", "").header("Origin", "http://evil.example"));
        assertEquals(403, foreign.statusCode());
        assertTrue(foreign.body().contains("http://evil.example"), foreign.body());
        assertEquals(200, owner(post("/v1/sectors/1/resume", "")
                .header("Origin", "http://127.0.0.1:" + server.address().getPort())).statusCode());
    }

    @Test
    void aNameThatMerelyResolvesToLoopbackIsRefused() throws Exception {
        String answer = raw("GET /v1/info HTTP/1.1\r\nHost: evil.example:8080\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
        assertTrue(answer.contains("the request is for host 'evil.example'"), answer);
        assertTrue(raw("GET /v1/info HTTP/1.1\r\nHost: localhost:9999\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 200 "));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatMakesNoSenseIsNamed() throws Exception {
        assertEquals("{\"error\":\"count is 0; expected 1 to 1000\"}", owner(post("/v1/pledge", "{\"request\":\"r\",\"count\":0}")).body());
        assertEquals("{\"error\":\"field count is \\\"two\\\"; expected a number\"}",
                owner(post("/v1/pledge", "{\"request\":\"r\",\"count\":\"two\"}")).body());
        HttpResponse<String> garbled = owner(post("/v1/pledge", "{\"request\""));
        assertEquals(400, garbled.statusCode());
        assertTrue(garbled.body().contains("the body is not JSON"), garbled.body());
        assertEquals(404, owner(post("/v1/sectors/99/resume", "")).statusCode());
        HttpResponse<String> refused = owner(post("/v1/sectors/5/resume", ""));
        assertEquals(409, refused.statusCode());
        assertEquals("{\"error\":\"sector 5 is being sealed\"}", refused.body());
        HttpResponse<String> nowhere = owner(post("/v1/nothing", ""));
        assertEquals(404, nowhere.statusCode());
        assertTrue(nowhere.body().startsWith("{\"error\":"), nowhere.body());
    }

    @Test
    void aBodyBeyondReasonIsRefused() throws Exception {
        HttpResponse<String> refused = owner(post("/v1/pledge", "{\"request\":\"" + "x".repeat(70_000) + "\",\"count\":1}"));
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("longer than the maximum of 65536"), refused.body());
    }

    @Test
    void aFileComesBackAsItWentIn() throws Exception {
        String content = "stones ".repeat(100_000);
        HttpResponse<String> stored = owner(post("/v1/files?name=pile", content));
        assertEquals("{\"id\":\"pile\",\"size\":700000}", stored.body());
        HttpRequest.Builder retrieval = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + "/v1/files/pile"));
        assertEquals(401, send(retrieval.copy()).statusCode());
        assertEquals(content, owner(retrieval).body());
        assertEquals(401, send(post("/v1/files?name=other", content)).statusCode());
    }

    @Test
    void whatIsDescribedIsServed() throws Exception {
        JsonNode paths = new ObjectMapper().readTree(send(get("/openapi.json")).body()).get("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            String place = path.getKey().replace("{sector}", "1").replace("{view}", "info").replaceAll("\\{[a-z]+}", "0");
            boolean stream = place.equals("/v1/live");
            boolean named = place.equals("/v1/files");
            HttpRequest.Builder request =
                    path.getValue().has("post") ? post(place + (named ? "?name=described" : ""), "{}") : get(place);
            if (!stream) {
                assertFalse(owner(request).body().contains("The requested resource could not be found."), place);
            }
        }
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.address().getPort() + path)).timeout(Duration.ofSeconds(10));
    }
}

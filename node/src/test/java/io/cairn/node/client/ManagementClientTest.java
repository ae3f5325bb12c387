package io.cairn.node.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import io.cairn.node.home.AccessToken;
import io.cairn.node.home.Signposts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command tells when the process answers, refuses, is silent or is not there. */
class ManagementClientTest {

    @TempDir
    private Path home;

    private HttpServer server;
    private String token;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String seen = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization").equals(token);
            byte[] body = exchange.getRequestBody().readAllBytes();
            int status = exchange.getRequestURI().getPath().endsWith("refused") ? 409 : 200;
            byte[] answer = (status == 409
                    ? "{\"error\":\"sector 5 is being sealed\"}"
                    : "{\"seen\":\"" + seen + "\",\"bytes\":" + body.length + "}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        Signposts signposts = new Signposts(home);
        signposts.publishManagement(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
        token = AccessToken.readOrCreate(signposts.token()).header();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksAsTheOwner() {
        ManagementClient client = ManagementClient.of(home);
        assertEquals("GET /v1/sectors/3 true", client.view("sectors/3").get("seen").asText());
        assertEquals("POST /v1/pledge true",
                client.command("pledge", JsonNodeFactory.instance.objectNode().put("count", 1)).get("seen").asText());
    }

    @Test
    void carriesFilesBothWays() {
        ManagementClient client = ManagementClient.of(home);
        var stored = client.upload("a pile", false, new ByteArrayInputStream(new byte[300_000]), Duration.ofSeconds(10));
        assertEquals("POST /v1/files?name=a+pile true", stored.get("seen").asText());
        assertEquals(300_000, stored.get("bytes").asInt());
        var into = new ByteArrayOutputStream();
        long count = client.download("a pile", into, Duration.ofSeconds(10));
        assertEquals(into.size(), count);
        assertTrue(into.toString(StandardCharsets.UTF_8).contains("GET /v1/files/a%20pile true"), into.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aRefusalIsToldInTheProcessesOwnWords() {
        RefusedException refusal = assertThrows(RefusedException.class, () -> ManagementClient.of(home).view("refused"));
        assertEquals("sector 5 is being sealed", refusal.getMessage());
        assertEquals(409, refusal.status());
    }

    @Test
    void whereNothingHasEverRunTheCommandSaysHowToStart(@TempDir Path empty) {
        assertEquals("no provider is running in " + empty + "; start it with ./cairn run",
                assertThrows(NotReachableException.class, () -> ManagementClient.of(empty)).getMessage());
    }

    @Test
    void whereNothingRunsAnyMoreItSaysTheSame() {
        server.stop(0);
        assertEquals("no provider is running in " + home + "; start it with ./cairn run",
                assertThrows(NotReachableException.class, () -> ManagementClient.of(home).view("info")).getMessage());
    }

    @Test
    void silenceEnds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Signposts(home).publishManagement(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"));
            NotReachableException given = assertThrows(NotReachableException.class, () -> ManagementClient.of(home)
                    .command("pledge", JsonNodeFactory.instance.objectNode(), Duration.ofSeconds(1)));
            assertTrue(given.getMessage().contains("did not answer within 1 s"), given.getMessage());
        }
    }
}

package io.cairn.node.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.rpc.RpcException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Lotus node answered about an account whose first funds it had just shown in a balance. */
class FreshAccountTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Address SENDER = Address.parse("t1b4zd6ryj5dsnwda5jtjxj6ptkia5e35s52ox7ka");

    private final Deque<JsonNode> refusals = new ArrayDeque<>();
    private final StopSignal stop = StopSignal.install(_ -> { });
    private HttpServer server;
    private NodeLink link;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        link = NodeLink.open(NodeEndpoint.parse("token:http://127.0.0.1:" + server.getAddress().getPort()),
                Duration.ofSeconds(10), stop, _ -> { });
    }

    @AfterEach
    void end() {
        link.close();
        server.stop(0);
        stop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MpoolGetNonce", "GasEstimateMessageGas"})
    void anAccountThatThePoolHasNotYetSeenIsAskedForAgain(String recorded) throws IOException {
        refusals.add(recording(recorded));
        assertEquals(3L, new FreshAccount(link, stop).<Long>ask(() -> link.node().mpoolGetNonce(SENDER)));
        assertEquals(0, refusals.size());
    }

    @Test
    void anyOtherRefusalIsHandedOn() {
        refusals.add(JSON.createObjectNode().put("code", 1).put("message", "message pool is closed"));
        assertThrows(RpcException.class, () -> new FreshAccount(link, stop).ask(() -> link.node().mpoolGetNonce(SENDER)));
    }

    private static JsonNode recording(String method) throws IOException {
        try (InputStream recorded = FreshAccountTest.class.getResourceAsStream("/lotus/unknown-sender.json")) {
            return JSON.readTree(recorded).required(method);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        ObjectNode reply = JSON.createObjectNode().put("jsonrpc", "2.0");
        reply.set("id", request.get("id"));
        if (request.get("method").asText().equals("Filecoin.AuthVerify")) {
            reply.putArray("result").add("read").add("write");
        } else if (refusals.isEmpty()) {
            reply.put("result", 3);
        } else {
            reply.set("error", refusals.poll());
        }
        byte[] body = JSON.writeValueAsBytes(reply);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

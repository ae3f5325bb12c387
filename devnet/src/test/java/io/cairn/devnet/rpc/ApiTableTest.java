package io.cairn.devnet.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.LotusJson;
import io.cairn.protocol.api.NodeApi;
import io.cairn.protocol.api.NodeVersion;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ApiTableTest {

    private static final class Node implements NodeApi {
        @Override
        public CompletableFuture<NodeVersion> version() {
            return CompletableFuture.completedFuture(new NodeVersion("1.0+2k", 131840, 4, "cairn"));
        }

        @Override
        public CompletableFuture<UUID> session() {
            throw RpcFailure.of("no session");
        }

        @Override
        public CompletableFuture<String> startTime() {
            return CompletableFuture.completedFuture("2026-11-21T09:24:54Z");
        }

        @Override
        public CompletableFuture<String> id() {
            return CompletableFuture.completedFuture("id");
        }

        @Override
        public CompletableFuture<List<String>> authVerify(String token) {
            return CompletableFuture.completedFuture(List.of(token));
        }

        @Override
        public CompletableFuture<ByteString> authNew(List<String> permissions) {
            return CompletableFuture.completedFuture(ByteString.EMPTY);
        }

        @Override
        public CompletableFuture<Void> shutdown() {
            return CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void clientAndServerMeetOverOneDeclaration() {
        ActorTestKit kit = ActorTestKit.create();
        MethodTable table = ApiTable.of(NodeApi.class, new Node());
        RpcServer server = RpcServer.start(kit.system(), new RpcServer.Settings("127.0.0.1", 0,
                        Map.of("/rpc/v1", table)), new Tokens(new byte[32]), LotusJson.mapper())
                .toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        var endpoint = NodeEndpoint.of(URI.create("ws://127.0.0.1:" + server.address().getPort()));
        try (FullNode node = FullNodeClient.connect(endpoint)) {
            assertEquals("1.0+2k", node.version().orTimeout(10, TimeUnit.SECONDS).join().version());
            assertEquals(List.of("x"), node.authVerify("x").orTimeout(10, TimeUnit.SECONDS).join());
            String refused = node.session().handle((session, failure) -> failure.getMessage())
                    .orTimeout(10, TimeUnit.SECONDS).join();
            assertTrue(refused.contains("no session"), refused);
        } finally {
            server.stop(Duration.ofMillis(200)).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
            kit.shutdownTestKit();
        }
    }

    @Test
    void permissionsAreThoseOfLotus() throws Exception {
        FullNode unimplemented = (FullNode) Proxy.newProxyInstance(FullNode.class.getClassLoader(),
                new Class<?>[] {FullNode.class}, (proxy, method, arguments) -> null);
        MethodTable table = ApiTable.of(FullNode.class, unimplemented);
        List<String> differences = new ArrayList<>();
        try (InputStream in = getClass().getResourceAsStream("/vectors/chain-encodings-api.json")) {
            for (JsonNode entry : new ObjectMapper().readTree(in).path("methods")) {
                table.find(entry.path("method").asText())
                        .filter(method -> !method.permission().wireName().equals(entry.path("perm").asText()))
                        .ifPresent(method -> differences.add(method.name() + " needs " + entry.path("perm")));
            }
        }
        assertEquals(List.of(), differences);
        assertTrue(table.names().size() > 100, () -> table.names().size() + " methods");
    }
}

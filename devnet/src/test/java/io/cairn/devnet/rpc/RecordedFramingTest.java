package io.cairn.devnet.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.LotusJson;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a Lotus node answered to odd requests, asked of our server: status and reply, error words but for their cause. */
class RecordedFramingTest {

    private static final String NETWORK = "localnet-4be9ac98-880c-4e8d-827c-1ed496fb172b";
    private static final Set<Integer> PARAMETER_CODES = Set.of(-32700, -32602, -32601);
    private static final Set<String> SERVED = Set.of("Filecoin.StateNetworkName", "StateNetworkName", "Filecoin.Foo", "",
            "Filecoin.ChainHead", "Filecoin.WalletList", "Filecoin.StateMinerInfo", "Filecoin.ChainNotify",
            "Filecoin.ChainGetMessage", "Filecoin.ChainGetTipSet", "Filecoin.StateMinerSectors");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Tokens tokens = new Tokens(new byte[32]);
    private final List<String> differences = new ArrayList<>();
    private int asked;

    @Test
    void oddRequestsAreAnsweredAsRecorded() throws Exception {
        ActorTestKit kit = ActorTestKit.create();
        RpcServer server = RpcServer.start(kit.system(), new RpcServer.Settings("127.0.0.1", 0,
                        Map.of("/rpc/v0", table(), "/rpc/v1", table(), "/rpc/v2", MethodTable.EMPTY)), tokens,
                LotusJson.mapper()).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        try (InputStream in = getClass().getResourceAsStream("/vectors/lotus-rpc-errors.json")) {
            int number = 0;
            for (JsonNode entry : json.readTree(in)) {
                if (isFraming(entry)) {
                    ask(number, entry, server.address().getPort());
                }
                number++;
            }
        } finally {
            server.stop(Duration.ofMillis(200)).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
            kit.shutdownTestKit();
        }
        assertEquals(List.of(), differences, () -> String.join("\n", differences));
        assertTrue(asked > 45, () -> "only " + asked + " cases");
    }

    private MethodTable table() {
        var key = Parameter.of(TipsetKey.class, "types.TipSetKey");
        var address = Parameter.of(Address.class, "address.Address");
        return MethodTable.namespace("Filecoin")
                .call("StateNetworkName", Permission.READ, () -> CompletableFuture.completedFuture(NETWORK))
                .call("ChainHead", Permission.READ, () -> CompletableFuture.completedFuture(null))
                .call("WalletList", Permission.WRITE, () -> CompletableFuture.completedFuture(List.of()))
                .call("StateMinerInfo", Permission.READ, List.of(address, key), arguments -> null)
                .call("ChainGetTipSet", Permission.READ, List.of(key), arguments -> null)
                .call("ChainGetMessage", Permission.READ, List.of(Parameter.of(Cid.class, "cid.Cid")), arguments -> null)
                .call("StateMinerSectors", Permission.READ,
                        List.of(address, Parameter.of(BitField.class, "*bitfield.BitField"), key), arguments -> null)
                .channel("ChainNotify", Permission.READ, List.of(), (arguments, sink) -> () -> { })
                .build();
    }

    /** Cases that do not depend on a chain: of methods served here, and refused before any is called. */
    private static boolean isFraming(JsonNode entry) {
        String path = entry.path("path").asText();
        JsonNode error = entry.path("response").path("error");
        boolean served = entry.path("request").isArray()
                || SERVED.contains(entry.path("request").path("method").asText());
        boolean refusedEarly = error.isMissingNode() || PARAMETER_CODES.contains(error.path("code").asInt())
                || error.path("message").asText().startsWith("missing permission")
                || error.path("message").asText().startsWith("Invalid request");
        return served && refusedEarly && !path.startsWith("/health/readyz") && !path.contains("<");
    }

    private void ask(int number, JsonNode entry, int port) throws Exception {
        asked++;
        String method = entry.path("httpMethod").asText("POST");
        String body = entry.has("rawRequest") ? entry.path("rawRequest").asText("")
                : json.writeValueAsString(entry.path("request"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + entry.path("path").asText()))
                .timeout(Duration.ofSeconds(10))
                .method(method, body.isEmpty() || body.equals("null") ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        authorization(entry).ifPresent(value -> request.header("Authorization", value));
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String name = number + " " + entry.path("note").asText() + ": ";
        if (response.statusCode() != entry.path("status").asInt()) {
            differences.add(name + "status " + response.statusCode() + ", recorded " + entry.path("status"));
        }
        String recorded = withoutCause(entry.path("response").isTextual() ? entry.path("response").asText()
                : json.writeValueAsString(entry.path("response")));
        String answered = withoutCause(entry.path("response").isTextual() ? response.body()
                : json.writeValueAsString(json.readTree(response.body())));
        if (!answered.equals(recorded)) {
            differences.add(name + answered + ", recorded " + recorded);
        }
    }

    private java.util.Optional<String> authorization(JsonNode entry) {
        if (entry.path("headers").has("Authorization")) {
            return java.util.Optional.of(entry.path("headers").path("Authorization").asText());
        }
        if (entry.path("path").asText().contains("token=") || entry.path("perm").isNull()
                || entry.path("perm").isMissingNode()) {
            return java.util.Optional.empty();
        }
        if (entry.path("perm").asText().equals("admin")) {
            return java.util.Optional.of("Bearer " + tokens.issue(Permission.ADMIN.andBelow()));
        }
        return java.util.Optional.of("Bearer "
                + (entry.path("status").asInt() == 401 ? "no.good.token" : tokens.issue(Set.of(Permission.READ))));
    }

    /** The words of an unreadable parameter's cause are Go's own. */
    private static String withoutCause(String reply) {
        int cause = reply.indexOf("): ");
        return reply.contains("unmarshaling params for") && cause >= 0 ? reply.substring(0, cause) : reply;
    }
}

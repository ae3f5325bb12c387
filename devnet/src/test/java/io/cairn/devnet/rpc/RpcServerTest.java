package io.cairn.devnet.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RpcServerTest {

    private static final ActorTestKit KIT = ActorTestKit.create();
    private static final Tokens TOKENS = new Tokens(new byte[32]);
    private static final List<RpcMethod.ChannelSink> SINKS = new ArrayList<>();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static RpcServer server;

    @BeforeAll
    static void start() {
        MethodTable table = MethodTable.namespace("Filecoin")
                .call("Echo", Permission.READ, List.of(Parameter.of(String.class, "string")),
                        arguments -> CompletableFuture.completedFuture(arguments.get(0)))
                .call("Write", Permission.WRITE, () -> CompletableFuture.completedFuture(null))
                .call("Hang", Permission.READ, CompletableFuture::new)
                .call("Fault", Permission.READ, () -> {
                    throw new IllegalStateException("boom");
                })
                .channel("Count", Permission.READ, List.of(Parameter.of(Integer.class, "int")), (arguments, sink) -> {
                    SINKS.add(sink);
                    IntStream.range(0, arguments.<Integer>get(0)).forEach(sink::offer);
                    return () -> { };
                })
                .build()
                .overlaid(AuthMethods.table(TOKENS));
        server = RpcServer.start(KIT.system(),
                        new RpcServer.Settings("127.0.0.1", 0, Map.of("/rpc/v1", table)), TOKENS, new ObjectMapper())
                .toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @AfterAll
    static void stop() {
        server.stop(Duration.ofSeconds(1)).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        KIT.shutdownTestKit();
    }

    @Test
    void aCallOverHttpIsAnsweredInLotusOrder() throws Exception {
        HttpResponse<String> response = post("{\"id\":1,\"method\":\"Filecoin.Echo\",\"params\":[\"a\"]}", "");
        assertEquals(200, response.statusCode());
        assertEquals("{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":\"a\"}\n", response.body());
    }

    @Test
    void aFaultOfTheNodeIsCodeZeroAndStatus500() throws Exception {
        HttpResponse<String> response = post("{\"id\":1,\"method\":\"Filecoin.Fault\",\"params\":[]}", "");
        assertEquals(500, response.statusCode());
        assertTrue(response.body().contains("panic in rpc method 'Filecoin.Fault': boom"), response.body());
    }

    @Test
    void aWriteNeedsItsPermission() throws Exception {
        String request = "{\"id\":1,\"method\":\"Filecoin.Write\",\"params\":[]}";
        assertTrue(post(request, "").body().contains("missing permission to invoke 'Write' (need 'write')"));
        assertTrue(post(request, TOKENS.issue(Permission.WRITE.andBelow())).body().contains("\"result\":null"));
        assertEquals(401, post(request, "no.good.token").statusCode());
    }

    @Test
    void channelsSendValuesAfterTheirNumberAndCloseOnCancel() throws Exception {
        var frames = new LinkedBlockingQueue<String>();
        WebSocket socket = connect(frames);
        socket.sendText("{\"id\":\"a\",\"method\":\"Filecoin.Count\",\"params\":[2]}", true).join();
        assertEquals("{\"id\":\"a\",\"jsonrpc\":\"2.0\",\"result\":1}\n", next(frames));
        assertEquals("{\"jsonrpc\":\"2.0\",\"method\":\"xrpc.ch.val\",\"params\":[1,0]}", next(frames));
        assertEquals("{\"jsonrpc\":\"2.0\",\"method\":\"xrpc.ch.val\",\"params\":[1,1]}", next(frames));
        socket.sendText("{\"method\":\"xrpc.cancel\",\"params\":[\"a\"]}", true).join();
        assertEquals("{\"jsonrpc\":\"2.0\",\"method\":\"xrpc.ch.close\",\"params\":[1]}\n", next(frames));
        socket.abort();
    }

    @Test
    void aReaderTooFarBehindLosesItsChannel() throws Exception {
        var frames = new LinkedBlockingQueue<String>();
        WebSocket socket = connect(frames);
        socket.sendText("{\"id\":1,\"method\":\"Filecoin.Count\",\"params\":[17]}", true).join();
        for (int i = 0; i < 17; i++) {
            next(frames);
        }
        assertEquals("{\"jsonrpc\":\"2.0\",\"method\":\"xrpc.ch.close\",\"params\":[1]}\n", next(frames));
        socket.abort();
    }

    @Test
    void aCancelledCallIsAnsweredAsCancelled() throws Exception {
        var frames = new LinkedBlockingQueue<String>();
        WebSocket socket = connect(frames);
        socket.sendText("{\"id\":5,\"method\":\"Filecoin.Hang\",\"params\":[]}", true).join();
        socket.sendText("{\"id\":6,\"method\":\"Filecoin.Echo\",\"params\":[\"b\"]}", true).join();
        assertEquals("{\"id\":6,\"jsonrpc\":\"2.0\",\"result\":\"b\"}\n", next(frames));
        socket.sendText("{\"method\":\"xrpc.cancel\",\"params\":[5]}", true).join();
        assertEquals("{\"error\":{\"code\":1,\"message\":\"context canceled\"},\"id\":5,\"jsonrpc\":\"2.0\"}\n",
                next(frames));
        socket.abort();
    }

    private static HttpResponse<String> post(String body, String token) throws Exception {
        var request = HttpRequest.newBuilder(uri("http")).timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static WebSocket connect(BlockingQueue<String> frames) {
        return CLIENT.newWebSocketBuilder().buildAsync(uri("ws"), new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                text.append(data);
                if (last) {
                    frames.add(text.toString());
                    text.setLength(0);
                }
                webSocket.request(1);
                return null;
            }
        }).orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static String next(BlockingQueue<String> frames) throws InterruptedException {
        return frames.poll(5, TimeUnit.SECONDS);
    }

    private static URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.address().getPort() + "/rpc/v1");
    }
}

package io.cairn.devnet.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import io.cairn.protocol.api.LotusJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Frames that are no requests do not bring the node down: each connection gets an error or its end, and others go on. */
class MalformedFramesTest {

    private static final List<String> MALFORMED = List.of("", "garbage", "{", "[]", "null", "7", "{\"id\":1}", "{\"method\":7,\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"Filecoin.Ping\"}", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Filecoin.Nothing\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Filecoin.Ping\",\"params\":[1,2]}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Filecoin.Ping\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"xrpc.cancel\",\"params\":[\"x\"]}", "{\"jsonrpc\":\"2.0\",\"method\":\"xrpc.ch.val\",\"params\":[]}",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[");

    private static final class Listener implements WebSocket.Listener {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            events.add("text " + text);
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            events.add("closed");
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            events.add("closed");
        }
    }

    @Test
    void everyMalformedFrameIsAnsweredOrEndsItsConnectionAndTheNodeServesOn() throws Exception {
        ActorTestKit kit = ActorTestKit.create();
        MethodTable table = MethodTable.namespace("Filecoin")
                .call("Ping", Permission.READ, () -> CompletableFuture.completedFuture("pong")).build();
        RpcServer server = RpcServer.start(kit.system(), new RpcServer.Settings("127.0.0.1", 0, Map.of("/rpc/v1", table)),
                new Tokens(new byte[32]), LotusJson.mapper()).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        HttpClient client = HttpClient.newHttpClient();
        try {
            URI uri = URI.create("ws://127.0.0.1:" + server.address().getPort() + "/rpc/v1");
            for (String frame : MALFORMED) {
                Listener listener = new Listener();
                WebSocket socket = open(client, uri, listener);
                socket.sendText(frame, true).get(10, TimeUnit.SECONDS);
                assertServed(socket, listener, frame);
                socket.abort();
            }
            Listener listener = new Listener();
            WebSocket socket = open(client, uri, listener);
            socket.sendBinary(ByteBuffer.wrap(new byte[] {(byte) 0xff, 0, 1}), true).get(10, TimeUnit.SECONDS);
            assertServed(socket, listener, "binary");
            assertServed(open(client, uri, listener = new Listener()), listener, "a new connection");
        } finally {
            client.shutdownNow();
            server.stop(Duration.ofMillis(200)).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
            kit.shutdownTestKit();
        }
    }

    private static WebSocket open(HttpClient client, URI uri, Listener listener) throws Exception {
        return client.newWebSocketBuilder().buildAsync(uri, listener).get(10, TimeUnit.SECONDS);
    }

    /** Asks something right afterwards: it is answered, or the connection was ended. */
    private static void assertServed(WebSocket socket, Listener listener, String frame) throws Exception {
        try {
            socket.sendText("{\"jsonrpc\":\"2.0\",\"id\":99,\"method\":\"Filecoin.Ping\",\"params\":[]}", true).get(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException ended) {
            assertTrue(socket.isOutputClosed(), frame);
            return;
        }
        for (String event = ""; !event.equals("closed"); ) {
            event = listener.events.poll(10, TimeUnit.SECONDS);
            assertTrue(event != null, "no answer after " + frame);
            if (event.contains("\"id\":99")) {
                assertTrue(event.contains("pong"), event);
                return;
            }
            assertEquals(true, event.equals("closed") || event.contains("error"), frame + ": " + event);
        }
    }
}

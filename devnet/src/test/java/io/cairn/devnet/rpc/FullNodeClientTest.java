package io.cairn.devnet.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.HeadChange;
import io.cairn.protocol.api.LotusJson;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.rpc.ConnectionException;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.rpc.RpcException;
import io.cairn.protocol.rpc.RpcOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FullNodeClientTest {

    private static final ActorTestKit KIT = ActorTestKit.create();
    private static final Tokens TOKENS = new Tokens(new byte[32]);
    private static final Cid MESSAGE = Cid.ofDagCbor(new byte[] {1});

    private final List<RpcMethod.ChannelSink> sinks = new CopyOnWriteArrayList<>();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final List<FullNode> clients = new ArrayList<>();
    private RpcServer server;

    @BeforeEach
    void start() {
        server = serve(0);
    }

    @AfterEach
    void stop() {
        clients.forEach(FullNode::close);
        server.stop(Duration.ofMillis(200)).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @AfterAll
    static void stopSystem() {
        KIT.shutdownTestKit();
    }

    @Test
    void bothTransportsGiveTypedResults() {
        for (String scheme : List.of("http", "ws")) {
            FullNode node = client(scheme, TOKENS.issue(Permission.ADMIN.andBelow()));
            assertEquals(28, await(node.stateNetworkVersion(TipsetKey.EMPTY)));
            assertEquals(TokenAmount.ofFil(3), await(node.walletBalance(Address.ofId(1000))));
            assertEquals(Optional.empty(), await(node.stateSearchMsg(TipsetKey.EMPTY, MESSAGE, -1, true)));
            assertEquals("id-text", await(node.id()));
        }
    }

    @Test
    void errorsOfTheNodeKeepCodeAndWords() {
        for (String scheme : List.of("http", "ws")) {
            FullNode node = client(scheme, null);
            RpcException missing = failure(RpcException.class, node.stateLookupID(Address.ofId(5), TipsetKey.EMPTY));
            assertEquals(RpcException.ACTOR_NOT_FOUND, missing.code());
            assertEquals("actor not found", missing.reason());
            assertTrue(failure(RpcException.class, node.walletList()).getMessage().contains("need 'write'"));
            assertEquals(RpcException.METHOD_NOT_FOUND, failure(RpcException.class, node.chainHead()).code());
        }
    }

    @Test
    void aRefusedTokenIsNamedButNotShown() {
        for (String scheme : List.of("http", "ws")) {
            FullNode node = client(scheme, "a.secret.token");
            var refused = failure(ConnectionException.class, node.id());
            assertTrue(refused.getMessage().contains("refuses the token"), refused.getMessage());
            assertFalse(refused.getMessage().contains("secret"));
            assertFalse(node.toString().contains("secret"));
        }
    }

    @Test
    void aCallWithoutAnswerTimesOutAndIsCancelledAtTheNode() throws Exception {
        FullNode node = client("ws", null, options().withCallTimeout(Duration.ofMillis(300)));
        var silent = failure(ConnectionException.class, node.stateNetworkName());
        assertTrue(silent.getMessage().contains("within 300 ms"), silent.getMessage());
        assertTrue(cancelled.await(5, TimeUnit.SECONDS));
    }

    @Test
    void cancellingTheFutureCancelsAtTheNode() throws Exception {
        FullNode node = client("ws", null);
        assertEquals("id-text", await(node.id()));
        CompletableFuture<String> call = node.stateNetworkName();
        Thread.sleep(200);
        call.cancel(true);
        assertTrue(cancelled.await(5, TimeUnit.SECONDS));
    }

    @Test
    void headChangesFlowAndComeBackAfterTheNodeRestarts() throws Exception {
        BlockingQueue<List<HeadChange>> changes = new LinkedBlockingQueue<>();
        FullNode node = client("ws", null);
        var subscription = node.chainNotify(changes::add);
        assertEquals(HeadChange.Type.CURRENT, changes.poll(10, TimeUnit.SECONDS).getFirst().type());
        sinks.getLast().offer(List.of(change(HeadChange.Type.REVERT, 1), change(HeadChange.Type.APPLY, 2)));
        assertEquals(List.of(change(HeadChange.Type.REVERT, 1), change(HeadChange.Type.APPLY, 2)),
                changes.poll(10, TimeUnit.SECONDS));

        int port = server.address().getPort();
        server.stop(Duration.ofMillis(100)).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        server = serve(port);
        assertEquals(HeadChange.Type.CURRENT, changes.poll(20, TimeUnit.SECONDS).getFirst().type());

        sinks.getLast().complete();
        assertEquals(HeadChange.Type.CURRENT, changes.poll(10, TimeUnit.SECONDS).getFirst().type());
        subscription.close();
        assertTrue(cancelled.await(5, TimeUnit.SECONDS));
    }

    @Test
    void callsInProgressFailWhenTheConnectionBreaks() throws Exception {
        FullNode node = client("ws", null);
        await(node.id());
        CompletableFuture<String> call = node.stateNetworkName();
        Thread.sleep(200);
        server.stop(Duration.ofMillis(100));
        assertTrue(failure(ConnectionException.class, call).getMessage().contains("connection lost"));
    }

    @Test
    void aFrameOverTheLimitBreaksTheConnection() {
        FullNode node = client("ws", null, options().withMostFrameBytes(100));
        var broken = failure(ConnectionException.class, node.chainReadObj(MESSAGE));
        assertTrue(broken.getMessage().contains("more than 100 bytes"), broken.getMessage());
    }

    @Test
    void subscriptionsNeedAWebSocket() {
        FullNode node = client("http", null);
        assertThrows(UnsupportedOperationException.class, () -> node.chainNotify(changes -> { }));
    }

    private RpcServer serve(int port) {
        var key = Parameter.of(TipsetKey.class, "types.TipSetKey");
        var address = Parameter.of(Address.class, "address.Address");
        var cid = Parameter.of(Cid.class, "cid.Cid");
        MethodTable table = MethodTable.namespace("Filecoin")
                .call("ID", Permission.READ, () -> done("id-text"))
                .call("StateNetworkVersion", Permission.READ, List.of(key), arguments -> done(28))
                .call("StateNetworkName", Permission.READ, this::never)
                .call("WalletList", Permission.WRITE, () -> done(List.of()))
                .call("WalletBalance", Permission.READ, List.of(address), arguments -> done(TokenAmount.ofFil(3)))
                .call("ChainReadObj", Permission.READ, List.of(cid), arguments -> done(new byte[1000]))
                .call("StateLookupID", Permission.READ, List.of(address, key), arguments -> {
                    throw RpcFailure.actorNotFound();
                })
                .call("StateSearchMsg", Permission.READ, List.of(key, cid, Parameter.of(Long.class, "abi.ChainEpoch"),
                        Parameter.of(Boolean.class, "bool")), arguments -> done(null))
                .channel("ChainNotify", Permission.READ, List.of(), (arguments, sink) -> {
                    sinks.add(sink);
                    sink.offer(List.of(change(HeadChange.Type.CURRENT, 1)));
                    return cancelled::countDown;
                })
                .build();
        return RpcServer.start(KIT.system(), new RpcServer.Settings("127.0.0.1", port, Map.of("/rpc/v1", table)), TOKENS,
                LotusJson.mapper()).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private CompletableFuture<String> never() {
        var call = new CompletableFuture<String>();
        call.whenComplete((value, failure) -> cancelled.countDown());
        return call;
    }

    private static CompletableFuture<?> done(Object value) {
        return CompletableFuture.completedFuture(value);
    }

    private static HeadChange change(HeadChange.Type type, long height) {
        return new HeadChange(type, new Tipset(List.of(MESSAGE), List.of(), height));
    }

    private static RpcOptions options() {
        return RpcOptions.defaults().withConnectTimeout(Duration.ofSeconds(3));
    }

    private FullNode client(String scheme, String token) {
        return client(scheme, token, options());
    }

    private FullNode client(String scheme, String token, RpcOptions options) {
        NodeEndpoint endpoint = NodeEndpoint.of(URI.create(scheme + "://127.0.0.1:" + server.address().getPort()));
        FullNode node = FullNodeClient.connect(token == null ? endpoint : endpoint.withToken(token), options);
        clients.add(node);
        return node;
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static <E> E failure(Class<E> type, CompletableFuture<?> future) {
        var thrown = assertThrows(CompletionException.class, () -> await(future));
        return assertInstanceOf(type, thrown.getCause());
    }
}

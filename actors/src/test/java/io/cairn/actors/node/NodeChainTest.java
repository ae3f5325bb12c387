package io.cairn.actors.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.actors.chain.Head;
import io.cairn.protocol.api.BusyApi;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.rpc.RpcException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a full node's answers mean to the entities. */
class NodeChainTest {
    private static final String CLIENT = "t1wufwngwcjrnlfkdfpogyw4arou46vqnqbx4llri";
    private static final Head HEAD = new Head(7, List.of());

    private interface AnyNode extends FullNode, BusyApi {
    }

    @Test
    void aNodeThatDoesNotKnowTheMethodHasNoUseForIt() {
        assertEquals(false, new NodeChain(node(refusal(RpcException.METHOD_NOT_FOUND))).busy("t01000", true).toCompletableFuture().join());
    }

    @Test
    void anyOtherRefusalIsAFailure() {
        NodeChain chain = new NodeChain(node(refusal(RpcException.GENERIC)));
        assertThrows(CompletionException.class, () -> chain.busy("t01000", true).toCompletableFuture().join());
    }

    @Test
    void aNodeThatHearsIt() {
        assertEquals(true, new NodeChain(node(CompletableFuture.completedFuture(true))).busy("t01000", true).toCompletableFuture().join());
    }

    @Test
    void anAccountThatWasNotYetThereHasSentNothing() {
        NodeChain chain = new NodeChain(node(refusal(RpcException.GENERIC,
                "resolution lookup failed (" + CLIENT + "): resolve address " + CLIENT + ": actor not found")));
        assertEquals(0, chain.nonce(CLIENT, HEAD).toCompletableFuture().join());
    }

    @Test
    void aNodeThatCannotLookAccountsUpIsNoSignOfANewOne() {
        NodeChain chain = new NodeChain(node(refusal(RpcException.GENERIC, "load state tree: blockstore is closed")));
        assertThrows(CompletionException.class, () -> chain.nonce(CLIENT, HEAD).toCompletableFuture().join());
    }

    private static FullNode node(CompletableFuture<?> answer) {
        return (FullNode) Proxy.newProxyInstance(AnyNode.class.getClassLoader(), new Class<?>[] {AnyNode.class},
                (proxy, method, arguments) -> answer);
    }

    private static CompletableFuture<?> refusal(int code) {
        return refusal(code, "method 'Devnet.Busy' not found");
    }

    /** What a Lotus node answered. */
    private static CompletableFuture<?> refusal(int code, String words) {
        return CompletableFuture.failedFuture(RpcException.of("Recorded",
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", words)));
    }
}

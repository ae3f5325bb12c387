package io.cairn.actors.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.protocol.api.BusyApi;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.rpc.RpcException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a full node's answers mean to the entities. */
class NodeChainTest {
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

    private static FullNode node(CompletableFuture<?> answer) {
        return (FullNode) Proxy.newProxyInstance(AnyNode.class.getClassLoader(), new Class<?>[] {AnyNode.class},
                (proxy, method, arguments) -> answer);
    }

    private static CompletableFuture<?> refusal(int code) {
        return CompletableFuture.failedFuture(RpcException.of("Devnet.Busy",
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", "method 'Devnet.Busy' not found")));
    }
}

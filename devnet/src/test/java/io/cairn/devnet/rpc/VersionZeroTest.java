package io.cairn.devnet.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.LotusJson;
import io.cairn.protocol.cid.Cid;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class VersionZeroTest {

    private static final Cid CID = Cid.ofDagCbor(new byte[] {1});

    private final List<String> calls = new ArrayList<>();
    private final FullNode node = (FullNode) Proxy.newProxyInstance(FullNode.class.getClassLoader(),
            new Class<?>[] {FullNode.class}, (proxy, method, arguments) -> {
                calls.add(method.getName() + Arrays.toString(arguments));
                return CompletableFuture.completedFuture(Optional.empty());
            });
    private final HttpCalls server = new HttpCalls(new Dispatcher(
            ApiTable.of(FullNode.class, node).overlaid(VersionZero.over(node)), LotusJson.mapper()));

    @Test
    void oldSignaturesBecomeNewCalls() {
        ask("StateSearchMsg", "[{\"/\":\"" + CID + "\"}]");
        ask("StateWaitMsgLimited", "[{\"/\":\"" + CID + "\"},5,20]");
        ask("ChainGetRandomnessFromBeacon", "[[],4,17,null]");
        ask("BeaconGetEntry", "[9]");
        assertEquals(List.of("stateSearchMsg[{}, " + CID + ", -1, true]", "stateWaitMsg[" + CID + ", 5, 20, true]",
                "stateGetRandomnessFromBeacon[4, 17, , {}]", "stateGetBeaconEntry[9]"), calls);
    }

    @Test
    void anAbsentPrecommitIsAnError() {
        String reply = ask("StateSectorPreCommitInfo", "[\"t01000\",3,[]]");
        assertTrue(reply.contains("\"message\":\"precommit info does not exist\""), reply);
    }

    private String ask(String method, String params) {
        String request = "{\"id\":1,\"method\":\"Filecoin." + method + "\",\"params\":" + params + "}";
        return server.answer(request.getBytes(StandardCharsets.UTF_8), Permission.WITHOUT_TOKEN).body();
    }
}

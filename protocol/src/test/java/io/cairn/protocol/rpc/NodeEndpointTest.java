package io.cairn.protocol.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "eyJ.a.b:/ip4/10.0.0.5/tcp/1234/http, ws://10.0.0.5:1234/rpc/v1, eyJ.a.b",
        "/ip4/10.0.0.5/tcp/1234, ws://10.0.0.5:1234/rpc/v1,",
        "t:/dns/node.example/tcp/443/wss, wss://node.example:443/rpc/v1, t",
        "/ip6/::1/tcp/1234/http, ws://[::1]:1234/rpc/v1,",
        "t:https://node.example/base, https://node.example/base/rpc/v1, t",
        "http://127.0.0.1:1234, http://127.0.0.1:1234/rpc/v1,",
        "http://127.0.0.1:1234/rpc/v1, http://127.0.0.1:1234/rpc/v1,",
        "ws://127.0.0.1:1234/, ws://127.0.0.1:1234/rpc/v1,"})
    void apiInfosAreRead(String info, String uri, String token) {
        NodeEndpoint endpoint = NodeEndpoint.parse(info);
        assertEquals(uri, endpoint.uri("v1").toString());
        assertEquals(Optional.ofNullable(token), endpoint.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token", "secret:", "secret:nothing", "secret:/ip4/1.2.3.4", "secret:/ip4/1.2.3.4/tcp/x",
        "secret:/ip4/1.2.3.4/tcp/99999", "secret:http://", "secret:ftp://host"})
    void othersAreRefusedWithoutShowingTheToken(String info) {
        var refused = assertThrows(IllegalArgumentException.class, () -> NodeEndpoint.parse(info));
        assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
    }

    @Test
    void severalAreReadInOrderAndPrintWithoutToken() {
        var endpoints = NodeEndpoint.parseAll("secret:/ip4/1.1.1.1/tcp/1,http://b:2");
        assertEquals("[ws://1.1.1.1:1, http://b:2]", endpoints.toString());
        assertTrue(endpoints.getFirst().isWebSocket());
    }
}

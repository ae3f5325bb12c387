package io.cairn.protocol.rpc;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The few multiaddr forms that name a node's API: an IP or DNS name, a TCP port, and the kind of connection. */
final class Multiaddr {

    private static final List<String> HOST_PROTOCOLS = List.of("ip4", "ip6", "dns", "dns4", "dns6");

    private Multiaddr() {
    }

    /** The WebSocket URL of such an address, {@code wss} when it names wss or tls. */
    static URI toWebSocketUri(String multiaddr) {
        List<String> parts = new ArrayList<>(List.of(multiaddr.substring(1).split("/")));
        if (parts.size() < 4 || !HOST_PROTOCOLS.contains(parts.get(0)) || !parts.get(2).equals("tcp")) {
            throw new IllegalArgumentException("multiaddr '" + multiaddr
                    + "' is not of the form /ip4/HOST/tcp/PORT, with ip4, ip6 or dns");
        }
        String host = parts.get(0).equals("ip6") ? "[" + parts.get(1) + "]" : parts.get(1);
        List<String> rest = parts.subList(4, parts.size());
        String scheme = rest.contains("wss") || rest.contains("tls") ? "wss" : "ws";
        return URI.create(scheme + "://" + host + ":" + port(multiaddr, parts.get(3)));
    }

    private static int port(String multiaddr, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw badPort(multiaddr, e);
        }
        throw badPort(multiaddr, null);
    }

    private static IllegalArgumentException badPort(String multiaddr, Throwable cause) {
        return new IllegalArgumentException("multiaddr '" + multiaddr + "' has no TCP port between 1 and 65535", cause);
    }
}

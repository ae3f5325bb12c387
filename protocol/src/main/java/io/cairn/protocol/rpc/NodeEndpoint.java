package io.cairn.protocol.rpc;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a node's JSON-RPC is and the bearer token for it, as operators write it in {@code FULLNODE_API_INFO}:
 * {@code TOKEN:/ip4/10.0.0.5/tcp/1234/http}, a URL instead of the multiaddr, or either without a token.
 *
 * <p>A multiaddr is dialled as WebSocket ({@code wss} when it names wss or tls); a URL by its scheme. Printing never
 * shows the token. Source: lotus: cli/util/apiinfo.go.
 */
public final class NodeEndpoint {

    private static final List<String> URL_SCHEMES = List.of("http://", "https://", "ws://", "wss://");

    private final URI base;
    private final String token;

    private NodeEndpoint(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /**
     * The endpoint at this address without a token.
     *
     * @param base {@code http}, {@code https}, {@code ws} or {@code wss} URL, without the {@code /rpc/vN} path
     */
    public static NodeEndpoint of(URI base) {
        return new NodeEndpoint(base, null);
    }

    /**
     * Reads one API info string.
     *
     * @throws IllegalArgumentException naming what is wrong; the message does not repeat a token
     */
    public static NodeEndpoint parse(String apiInfo) {
        String text = apiInfo.strip();
        String token = null;
        if (!startsWithAddress(text)) {
            int colon = text.indexOf(':');
            if (colon <= 0) {
                throw new IllegalArgumentException(
                        "API info has neither TOKEN:ADDRESS nor an address: expected for example TOKEN:/ip4/127.0.0.1/tcp/1234/http");
            }
            token = text.substring(0, colon);
            text = text.substring(colon + 1);
        }
        return new NodeEndpoint(text.startsWith("/") ? Multiaddr.toWebSocketUri(text) : url(text), token);
    }

    /** Reads several API info strings separated by commas, in order of preference. */
    public static List<NodeEndpoint> parseAll(String apiInfos) {
        return Arrays.stream(apiInfos.split(",")).filter(info -> !info.isBlank()).map(NodeEndpoint::parse).toList();
    }

    /** This endpoint with another token. */
    public NodeEndpoint withToken(String newToken) {
        return new NodeEndpoint(base, Objects.requireNonNull(newToken, "token"));
    }

    /** Whether calls go over a WebSocket, which channels need. */
    public boolean isWebSocket() {
        return base.getScheme().startsWith("ws");
    }

    /** The URL of a version of the API, such as {@code ws://10.0.0.5:1234/rpc/v1}. */
    public URI uri(String version) {
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        String stem = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return base.resolve(stem.endsWith("/rpc/" + version) ? stem : stem + "/rpc/" + version);
    }

    /** The bearer token, if there is one; a secret. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    @Override
    public String toString() {
        return base.toString();
    }

    private static boolean startsWithAddress(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.startsWith("/") || URL_SCHEMES.stream()
                .anyMatch(lower::startsWith);
    }

    private static URI url(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the address in the API info is not a URL: " + e.getMessage(), e);
        }
        if (uri.getHost() == null || !startsWithAddress(text)) {
            throw new IllegalArgumentException(
                    "the address in the API info is neither a multiaddr nor an http(s) or ws(s) URL with a host");
        }
        return uri;
    }
}

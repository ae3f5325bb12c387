package io.cairn.protocol.api;

import io.cairn.protocol.cbor.ByteString;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The node itself. Source: lotus: api/api_common.go. */
public interface NodeApi {

    /** What the node runs. */
    CompletableFuture<NodeVersion> version();

    /** A number made when the node started. */
    CompletableFuture<UUID> session();

    /** When the node started, RFC 3339. */
    CompletableFuture<String> startTime();

    /** The node's libp2p identity. */
    CompletableFuture<String> id();

    /** The permissions of a token. */
    CompletableFuture<List<String>> authVerify(String token);

    /** A token with these permissions, as text in UTF-8. */
    @Requires("admin")
    CompletableFuture<ByteString> authNew(List<String> permissions);

    /** Stops the node. */
    @Requires("admin")
    CompletableFuture<Void> shutdown();
}

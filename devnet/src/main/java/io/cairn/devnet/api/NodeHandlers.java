package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import io.cairn.protocol.api.NodeVersion;
import java.time.Instant;
import java.util.UUID;

/** What the node says of itself. */
public final class NodeHandlers {

    /** The API version of the Lotus release whose behaviour is served: 2.3.0. */
    private static final long API_VERSION = 131_840;

    private final Chain chain;
    private final UUID session = UUID.randomUUID();
    private final String start = Instant.now().toString();

    NodeHandlers(Chain chain) {
        this.chain = chain;
    }

    public NodeVersion version() {
        return new NodeVersion("cairn-devnet+2k", API_VERSION, chain.policy().blockDelaySeconds(), "cairn-devnet");
    }

    public UUID session() {
        return session;
    }

    public String startTime() {
        return start;
    }
}

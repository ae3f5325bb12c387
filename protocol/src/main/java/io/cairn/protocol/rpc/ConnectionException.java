package io.cairn.protocol.rpc;

import java.net.URI;

/**
 * A call got no answer: the node could not be reached, refused the token, went away, or stayed silent for too long.
 * Whether the node acted on the call is unknown. The message names the URL.
 */
public final class ConnectionException extends RuntimeException {

    static final String TOKEN_REFUSED = "the node refuses the token (HTTP status 401)";

    private final URI uri;
    private final String reason;

    ConnectionException(URI uri, String reason, Throwable cause) {
        super(uri + ": " + reason, cause);
        this.uri = uri;
        this.reason = reason;
    }

    /** Whether the node is there and refuses the token: trying again does not help. */
    public boolean refusesToken() {
        return reason.equals(TOKEN_REFUSED);
    }

    /** The endpoint's URL. */
    public URI uri() {
        return uri;
    }
}

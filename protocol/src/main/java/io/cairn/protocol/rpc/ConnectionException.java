package io.cairn.protocol.rpc;

import java.net.URI;

/**
 * A call got no answer: the node could not be reached, refused the token, went away, or stayed silent for too long.
 * Whether the node acted on the call is unknown. The message names the URL.
 */
public final class ConnectionException extends RuntimeException {

    private final URI uri;

    ConnectionException(URI uri, String reason, Throwable cause) {
        super(uri + ": " + reason, cause);
        this.uri = uri;
    }

    /** The endpoint's URL. */
    public URI uri() {
        return uri;
    }
}

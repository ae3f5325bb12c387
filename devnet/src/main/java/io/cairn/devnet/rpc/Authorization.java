package io.cairn.devnet.rpc;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import java.util.Optional;
import java.util.Set;

/**
 * The permissions of a request: of the bearer token in its {@code Authorization} header or {@code token} query
 * parameter, or those of a caller without one.
 *
 * <p>Source: go-jsonrpc: auth/handler.go.
 */
final class Authorization {

    private static final String PREFIX = "Bearer ";

    private Authorization() {
    }

    /** Throws {@link Tokens.InvalidToken} when a token is there and not good. */
    static Set<Permission> permissions(HttpRequest request, Tokens tokens) {
        Optional<String> header = request.getHeader("Authorization").map(HttpHeader::value);
        if (header.isPresent() && !header.get().isEmpty()) {
            if (!header.get().startsWith(PREFIX)) {
                throw new Tokens.InvalidToken("missing Bearer prefix in the Authorization header");
            }
            return tokens.verify(header.get().substring(PREFIX.length()));
        }
        Optional<String> query = request.getUri().query().get("token").filter(token -> !token.isEmpty());
        return query.map(tokens::verify).orElse(Permission.WITHOUT_TOKEN);
    }
}

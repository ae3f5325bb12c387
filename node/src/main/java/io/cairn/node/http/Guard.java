package io.cairn.node.http;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.AllDirectives;
import akka.http.javadsl.server.Route;
import io.cairn.node.home.AccessToken;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who may come in. A page of another site cannot reach the endpoint through the operator's browser: neither under a name
 * of its own that resolves to loopback (Host), nor by a request of its script (Origin). Who changes something shows the
 * token; who shows one anywhere shows the right one.
 */
final class Guard extends AllDirectives {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "::1", "localhost");
    private static final String REMEDY = "; send 'Authorization: Bearer TOKEN' with the text of the file 'token' in the home of this provider";

    private final AccessToken token;
    private final String host;

    Guard(AccessToken token, String host) {
        this.token = token;
        this.host = host;
    }

    private record Refusal(StatusCode status, String reason) {}

    /** For every request: the right host, no foreign page, no wrong token. */
    Route visitor(Supplier<Route> inner) {
        return extractRequest(request -> foreign(request)
                .or(() -> wrongToken(request))
                .<Route>map(this::refuse)
                .orElseGet(inner));
    }

    /** For requests that change something or hand out a user's data: the token must be there. */
    Route owner(Supplier<Route> inner) {
        return extractRequest(request -> bearer(request).isEmpty()
                ? refuse(new Refusal(StatusCodes.UNAUTHORIZED, "the token is missing" + REMEDY))
                : inner.get());
    }

    private Route refuse(Refusal refusal) {
        return complete(refusal.status(), Problems.entity(refusal.reason()));
    }

    private Optional<Refusal> foreign(HttpRequest request) {
        String asked = request.getHeader("Host").map(HttpHeader::value).orElse("");
        String name = asked.replaceFirst(":[0-9]+$", "");
        if (!LOOPBACK.contains(name) && !name.equals(host)) {
            return Optional.of(new Refusal(StatusCodes.MISDIRECTED_REQUEST,
                    "the request is for host '" + name + "'; this endpoint is " + host));
        }
        return request.getHeader("Origin").map(HttpHeader::value)
                .filter(origin -> !origin.equals("http://" + asked))
                .map(origin -> new Refusal(StatusCodes.FORBIDDEN,
                        "the request comes from a page of '" + origin + "'; only pages of this endpoint may ask"));
    }

    private Optional<Refusal> wrongToken(HttpRequest request) {
        return bearer(request)
                .filter(presented -> !token.matches(presented))
                .map(_ -> new Refusal(StatusCodes.UNAUTHORIZED, "the token is wrong" + REMEDY));
    }

    private static Optional<String> bearer(HttpRequest request) {
        return request.getHeader("Authorization").map(header -> header.value().replaceFirst("(?i)^Bearer +", "").strip());
    }
}

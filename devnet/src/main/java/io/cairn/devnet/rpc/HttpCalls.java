package io.cairn.devnet.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Serves the body of one HTTP request: a single request or a batch, in order, on the calling thread. */
final class HttpCalls {

    /** Status and body of the HTTP response. */
    record Answer(int status, String body) {
        private static final Answer EMPTY = new Answer(200, "");
    }

    private final Dispatcher dispatcher;

    HttpCalls(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Answers a body; of several JSON values in it only the first is served. */
    Answer answer(byte[] body, Set<Permission> granted) {
        JsonNode value;
        try {
            value = dispatcher.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            return answer(Reply.parseError());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (value.isMissingNode() || value.isArray() && value.isEmpty()) {
            return answer(Reply.invalidRequest());
        }
        return value.isArray() ? batch(value, granted)
                : serve(value, granted).map(this::answer).orElse(Answer.EMPTY);
    }

    private Answer batch(JsonNode requests, Set<Permission> granted) {
        List<String> replies = new ArrayList<>();
        for (JsonNode request : requests) {
            serve(request, granted).map(reply -> reply.text(dispatcher.mapper())).ifPresent(replies::add);
        }
        return new Answer(200, "[" + String.join(",", replies) + "]");
    }

    private Answer answer(Reply reply) {
        return new Answer(reply.httpStatus(), reply.text(dispatcher.mapper()));
    }

    private Optional<Reply> serve(JsonNode value, Set<Permission> granted) {
        Request request;
        try {
            request = Request.of(value);
        } catch (RpcFailure e) {
            return Optional.of(Reply.error(NullNode.getInstance(), e));
        }
        Reply reply = call(request, granted);
        return request.isNotification() ? Optional.empty() : Optional.of(reply);
    }

    private Reply call(Request request, Set<Permission> granted) {
        try {
            RpcMethod method = dispatcher.method(request);
            return switch (method) {
                case RpcMethod.Channel channel -> throw RpcFailure.of(RpcFailure.METHOD_NOT_FOUND, "method '"
                        + channel.name() + "' not supported in this mode (no out channel support)");
                case RpcMethod.Call call -> {
                    Arguments arguments = dispatcher.arguments(call, request, granted);
                    yield dispatcher.reply(request, await(call, arguments), null);
                }
            };
        } catch (RuntimeException e) {
            return dispatcher.reply(request, null, e);
        }
    }

    private Object await(RpcMethod.Call call, Arguments arguments) {
        var stage = dispatcher.start(call, arguments).toCompletableFuture();
        try {
            return stage.orTimeout(RpcServer.LONGEST_CALL.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw RpcFailure.of("no result within " + RpcServer.LONGEST_CALL.toMinutes() + " minutes");
            }
            throw e;
        }
    }
}

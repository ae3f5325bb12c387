package io.cairn.protocol.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.protocol.rpc.ApiMethod;
import io.cairn.protocol.rpc.RpcException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges recordings of calls to a Lotus node: every request and reply is read into the API's types and written again
 * with nothing lost; every error reply becomes an exception with its code, words and data.
 */
public final class RpcRecordingJudge implements Judge {

    private final ApiForms forms = new ApiForms();
    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return isExchanges(file) || isSessions(file) || isTraffic(file) || isEncodings(file);
    }

    private static boolean isExchanges(JsonNode file) {
        return file.isArray() && file.path(0).has("request") && file.path(0).has("response");
    }

    private static boolean isSessions(JsonNode file) {
        return file.isArray() && file.path(0).has("frames");
    }

    private static boolean isTraffic(JsonNode file) {
        return file.has("calls") && file.has("samples");
    }

    private static boolean isEncodings(JsonNode file) {
        return file.path("http").path(0).has("request") && file.has("webSocket");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        if (isExchanges(file)) {
            exchanges(file, verdicts);
        } else if (isSessions(file)) {
            file.forEach(session -> session(session.path("name").asText(), texts(session.path("frames"), "text"), verdicts));
        } else if (isTraffic(file)) {
            traffic(file, verdicts);
        } else {
            encodings(file, verdicts);
        }
    }

    private void exchanges(JsonNode file, Verdicts verdicts) {
        for (int i = 0; i < file.size(); i++) {
            JsonNode entry = file.get(i);
            String name = i + " " + entry.path("path").asText() + " " + entry.path("request").path("method").asText();
            exchange(name, entry.path("request"), entry.path("response"), entry.path("path").asText(), verdicts);
        }
    }

    private void traffic(JsonNode file, Verdicts verdicts) {
        file.properties().forEach(part -> {
            if (part.getKey().equals("samples")) {
                part.getValue().forEach(sample -> exchange("sample " + sample.path("t"), sample.path("request"),
                        sample.path("reply"), "/rpc/v1", verdicts));
            } else if (part.getValue().isArray() && !part.getKey().equals("calls")) {
                session(part.getKey(), data(part.getValue()), verdicts);
            }
        });
    }

    private void encodings(JsonNode file, Verdicts verdicts) {
        file.path("http").forEach(entry -> exchange(entry.path("what").asText(),
                parsed(entry.path("request").asText()).orElse(mapper.missingNode()), entry.path("response"), "/rpc/v1",
                verdicts));
        file.path("webSocket").forEach(session -> {
            List<JsonNode> frames = new ArrayList<>();
            session.path("frames").forEach(frame -> frames.add(frame.path("frame")));
            session(session.path("what").asText(), frames, verdicts);
        });
    }

    private List<JsonNode> texts(JsonNode frames, String member) {
        List<JsonNode> parsed = new ArrayList<>();
        frames.forEach(frame -> parsed(frame.path(member).asText()).ifPresent(parsed::add));
        return parsed;
    }

    private static List<JsonNode> data(JsonNode frames) {
        List<JsonNode> data = new ArrayList<>();
        frames.forEach(frame -> data.add(frame.path("data")));
        return data;
    }

    private Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(mapper.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Frames of one connection in their order: replies by request id, values by channel. */
    private void session(String name, List<JsonNode> frames, Verdicts verdicts) {
        Map<JsonNode, JsonNode> requests = new HashMap<>();
        Map<Long, ApiMethod> channels = new HashMap<>();
        for (int i = 0; i < frames.size(); i++) {
            JsonNode frame = frames.get(i);
            String caseName = name + " " + i;
            if (frame.path("method").asText().equals("xrpc.ch.val")) {
                value(caseName, channels.get(frame.path("params").path(0).asLong()), frame, verdicts);
            } else if (frame.has("method")) {
                requests.put(frame.path("id"), frame);
            } else if (requests.containsKey(frame.path("id"))) {
                JsonNode request = requests.remove(frame.path("id"));
                forms.method(request.path("method").asText()).filter(ApiMethod::isSubscription)
                        .ifPresent(method -> channels.put(frame.path("result").asLong(), method));
                exchange(caseName + " " + request.path("method").asText(), request, frame, "/rpc/v1", verdicts);
            }
        }
    }

    private void value(String name, ApiMethod method, JsonNode frame, Verdicts verdicts) {
        if (method == null) {
            verdicts.skipped(name, "a value of a channel that was opened before the recording");
        } else {
            report(name, "value", forms.ofValue(method, frame.path("params").path(1)), verdicts);
        }
    }

    private void exchange(String name, JsonNode request, JsonNode reply, String path, Verdicts verdicts) {
        if (path.startsWith("/rpc/v2")) {
            verdicts.skipped(name, "version 2 of the API is not spoken");
            return;
        }
        if (!reply.isObject()) {
            verdicts.skipped(name, "no single reply in JSON");
            return;
        }
        if (reply.hasNonNull("error")) {
            error(name, request, reply.path("error"), verdicts);
            return;
        }
        Optional<ApiMethod> method = forms.method(request.path("method").asText());
        if (method.isEmpty()) {
            verdicts.skipped(name, "not a method of this API");
            return;
        }
        Optional<JsonDifference> difference = sameSignature(method.get(), request, path)
                ? forms.ofParameters(method.get(), request.path("params")) : Optional.empty();
        report(name, "params and result",
                difference.or(() -> result(method.get(), reply.path("result"))), verdicts);
    }

    private Optional<JsonDifference> result(ApiMethod method, JsonNode result) {
        return method.isSubscription() || isPlaceholder(result) ? Optional.empty() : forms.ofValue(method, result);
    }

    /** Secrets were replaced by words in angle brackets when the recording was made. */
    private static boolean isPlaceholder(JsonNode value) {
        return value.isTextual() && value.textValue().startsWith("<") && value.textValue().endsWith(">");
    }

    /** The path of version 0 has other parameters for a few methods. */
    private static boolean sameSignature(ApiMethod method, JsonNode request, String path) {
        boolean without = request.path("params").isNull() || request.path("params").isMissingNode();
        return !without && (!path.equals("/rpc/v0") || request.path("params").size() == method.parameters().size())
                && !method.isSubscription();
    }

    private static void error(String name, JsonNode request, JsonNode error, Verdicts verdicts) {
        RpcException exception = RpcException.of(request.path("method").asText(), error);
        if (exception.code() != error.path("code").asInt()) {
            verdicts.differs(name, "code", error.path("code").asText(), Integer.toString(exception.code()));
        } else if (!exception.reason().equals(error.path("message").asText())) {
            verdicts.differs(name, "message", error.path("message").asText(), exception.reason());
        } else if (!exception.data().equals(Optional.ofNullable(error.get("data")))) {
            verdicts.differs(name, "data", String.valueOf(error.get("data")), exception.data().toString());
        } else {
            verdicts.passed(name);
        }
    }

    private static void report(String name, String field, Optional<JsonDifference> difference, Verdicts verdicts) {
        difference.ifPresentOrElse(
                found -> verdicts.differs(name, field + found.path(), found.expected(), found.actual()),
                () -> verdicts.passed(name));
    }
}

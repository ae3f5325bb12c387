package io.cairn.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A running provider's management endpoint. */
final class ProviderFace {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;

    ProviderFace(String url) {
        this.base = URI.create(url);
    }

    /** A view as JSON. */
    JsonNode view(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": HTTP status " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    long height() throws IOException, InterruptedException {
        return view("/v1/overview").get("height").asLong();
    }
}

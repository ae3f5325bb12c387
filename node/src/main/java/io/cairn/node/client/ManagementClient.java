package io.cairn.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.home.AccessToken;
import io.cairn.node.home.Signposts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Talks to the process that runs over a home, as the owner of that home. Built on the JDK's plain HTTP connection, which
 * starts in a tenth of the time of its larger client: a command lives for one request.
 *
 * <p>Every call fails with {@link NotReachableException} when nothing runs there or it does not answer in time, and with
 * {@link RefusedException} in the process's own words when it refuses.
 */
public final class ManagementClient {

    /** How long an ordinary answer may take. */
    public static final Duration ANSWER = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int MOST_CODE_OF_SUCCESS = 299;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final URI url;
    private final AccessToken token;

    private ManagementClient(Path home, URI url, AccessToken token) {
        this.home = home;
        this.url = url;
        this.token = token;
    }

    /** A client of the process that runs over this home; says so when none has ever run. */
    public static ManagementClient of(Path home) {
        Signposts signposts = new Signposts(home);
        try {
            URI url = URI.create(Files.readString(signposts.management()).strip());
            return new ManagementClient(home, url, AccessToken.read(signposts.token()));
        } catch (NoSuchFileException e) {
            throw nobody(home);
        } catch (IOException e) {
            throw new NotReachableException("cannot read where the provider of " + home + " listens: " + e);
        }
    }

    private static NotReachableException nobody(Path home) {
        return new NotReachableException("no provider is running in " + home + "; start it with ./cairn run");
    }

    /** One of the operator's views. */
    public JsonNode view(String path) {
        return json(open("GET", "v1/" + path, ANSWER));
    }

    /** A text as one segment of a path, whatever it holds. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Has something done that is answered at once. */
    public JsonNode command(String path, JsonNode argument) {
        return command(path, argument, ANSWER);
    }

    /** Has something done that may take so long. */
    public JsonNode command(String path, JsonNode argument, Duration longest) {
        HttpURLConnection connection = open("POST", "v1/" + path, longest);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        return exchange(connection, () -> {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(JSON.writeValueAsBytes(argument));
            }
            return read(connection);
        });
    }

    /** Sends a file's bytes; {@code again} has it stored once more if it is stored already. */
    public JsonNode upload(String name, boolean again, InputStream bytes, Duration longest) {
        HttpURLConnection connection =
                open("POST", "v1/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + (again ? "&again=true" : ""), longest);
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(0);
        connection.setRequestProperty("Content-Type", "application/octet-stream");
        return exchange(connection, () -> {
            try (OutputStream out = connection.getOutputStream()) {
                bytes.transferTo(out);
            }
            return read(connection);
        });
    }

    /** Writes a file's bytes and says how many they were. */
    public long download(String id, OutputStream into, Duration longest) {
        HttpURLConnection connection =
                open("GET", "v1/files/" + segment(id), longest);
        return exchange(connection, () -> {
            requireSuccess(connection);
            try (InputStream in = connection.getInputStream()) {
                return in.transferTo(into);
            }
        });
    }

    private HttpURLConnection open(String method, String path, Duration longest) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) longest.toMillis());
            connection.setRequestProperty("Authorization", token.header());
            return connection;
        } catch (IOException e) {
            throw new IllegalStateException("no HTTP connection can be prepared for " + url.resolve(path), e);
        }
    }

    private JsonNode json(HttpURLConnection connection) {
        return exchange(connection, () -> read(connection));
    }

    private interface Exchange<T> {
        T run() throws IOException;
    }

    private <T> T exchange(HttpURLConnection connection, Exchange<T> exchange) {
        try {
            return exchange.run();
        } catch (ConnectException e) {
            throw nobody(home);
        } catch (SocketTimeoutException e) {
            throw new NotReachableException("the provider at " + url + " did not answer within "
                    + connection.getReadTimeout() / 1000 + " s; see its log " + home.resolve("cairn.log"));
        } catch (IOException e) {
            throw new NotReachableException("the provider at " + url + " broke off: " + e);
        } finally {
            connection.disconnect();
        }
    }

    private static JsonNode read(HttpURLConnection connection) throws IOException {
        requireSuccess(connection);
        try (InputStream in = connection.getInputStream()) {
            return JSON.readTree(in);
        }
    }

    private static void requireSuccess(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status > MOST_CODE_OF_SUCCESS) {
            try (InputStream body = connection.getErrorStream()) {
                byte[] bytes = body == null ? new byte[0] : body.readAllBytes();
                throw new RefusedException(status, reason(status, bytes));
            }
        }
    }

    private static String reason(int status, byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer != null && answer.path("error").isTextual()) {
                return answer.get("error").asText();
            }
        } catch (IOException notJson) {
            return "HTTP status " + status + ": " + new String(body, StandardCharsets.UTF_8);
        }
        return "HTTP status " + status;
    }
}

package io.cairn.devnet.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bearer tokens: JSON web tokens signed with HMAC-SHA-256 whose payload lists permissions,
 * {@code {"Allow":["read","write"]}}. They do not expire.
 *
 * <p>Source: lotus: node/impl/common (AuthNew, AuthVerify); RFC 7519.
 */
public final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final int LEAST_SECRET_BYTES = 16;

    private final SecretKeySpec secret;
    private final ObjectMapper json = new ObjectMapper();

    /** Signs and verifies with this secret of at least 16 bytes. */
    public Tokens(byte[] secret) {
        if (secret.length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException("token secret has " + secret.length + " bytes, needs at least "
                    + LEAST_SECRET_BYTES);
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A token for these permissions. */
    public String issue(Collection<Permission> permissions) {
        var payload = json.createObjectNode();
        var allow = payload.putArray("Allow");
        permissions.stream().distinct().sorted().map(Permission::wireName).forEach(allow::add);
        String signed = encode(HEADER.getBytes(StandardCharsets.UTF_8)) + "."
                + encode(payload.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(sign(signed));
    }

    /**
     * The permissions of a token.
     *
     * @throws InvalidToken when it is malformed or not signed with this secret
     */
    public Set<Permission> verify(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new InvalidToken("jwt: malformed token");
        }
        requireAlgorithm(decodeJson(parts[0]));
        if (!MessageDigest.isEqual(decode(parts[2]), sign(parts[0] + "." + parts[1]))) {
            throw new InvalidToken("jwt: HMAC verification failed");
        }
        return permissionsOf(decodeJson(parts[1]));
    }

    private static void requireAlgorithm(JsonNode header) {
        if (!"HS256".equals(header.path("alg").asText())) {
            throw new InvalidToken("jwt: algorithm must be HS256");
        }
    }

    private static Set<Permission> permissionsOf(JsonNode payload) {
        var permissions = EnumSet.noneOf(Permission.class);
        payload.path("Allow").forEach(name -> Permission.ofWireName(name.asText()).ifPresent(permissions::add));
        return permissions;
    }

    private JsonNode decodeJson(String part) {
        try {
            return json.readTree(decode(part));
        } catch (IOException e) {
            throw new InvalidToken("jwt: malformed token");
        }
    }

    private byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime lacks " + ALGORITHM, e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new InvalidToken("illegal base64 data");
        }
    }

    /** A token that this node did not sign. */
    public static final class InvalidToken extends RuntimeException {
        InvalidToken(String message) {
            super(message);
        }
    }
}

package io.cairn.node.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret by which a command shows that it comes from who owns the home: 32 random bytes, made once, in a file that
 * only its owner can read. Printing never shows it.
 */
public final class AccessToken {

    private static final int BYTES = 32;

    private final String text;

    private AccessToken(String text) {
        this.text = text;
    }

    /**
     * The token of the file; a new one, durable before it is used, when there is none.
     *
     * @throws HomeException when the file holds something else
     */
    public static AccessToken readOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            OwnerFile.write(file, HexFormat.of().formatHex(secret));
        }
        return read(file);
    }

    /** The token of a file that exists; as {@link #readOrCreate}. */
    public static AccessToken read(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (!text.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw new HomeException(file + " holds no token; expected " + 2 * BYTES
                    + " hexadecimal digits; remove the file and start the provider again to get a new one");
        }
        return new AccessToken(text);
    }

    /** Whether this is the token; takes as long for any text of the same length. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** What to send in a header {@code Authorization}. */
    public String header() {
        return "Bearer " + text;
    }
}

package io.cairn.protocol.actor;

import io.cairn.protocol.hash.Blake2b;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Numbers of methods that user-programmed actors may call, derived from their names (FRC-0042). */
public final class ExportedMethod {

    private static final long FIRST = 1L << 24;

    private ExportedMethod() {
    }

    /**
     * The number of the method: the first big-endian 32-bit word of at least 2^24 in BLAKE2b-512 of {@code 1|name}.
     * IllegalArgumentException for a name that is empty, does not start with a capital or underscore, or holds other than letters,
     * digits and underscores.
     */
    public static long number(String name) {
        if (!name.matches("[A-Z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("method name '" + name + "': expected letters, digits, underscores, a capital first");
        }
        ByteBuffer digest = ByteBuffer.wrap(Blake2b.digest(64, ("1|" + name).getBytes(StandardCharsets.UTF_8)));
        while (digest.remaining() >= 4) {
            long number = digest.getInt() & 0xffffffffL;
            if (number >= FIRST) {
                return number;
            }
        }
        throw new IllegalArgumentException("method name '" + name + "' has no number of at least 2^24");
    }
}

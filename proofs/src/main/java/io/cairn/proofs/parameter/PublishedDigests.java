package io.cairn.proofs.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/**
 * The digests of published files in {@code parameters.json}: the first 16 bytes of BLAKE2b-512
 * (rust-fil-proofs: storage-proofs-core/src/parameter_cache.rs).
 */
final class PublishedDigests {

    private static final String LIST = "parameters.json";
    private static final int BITS = 512;
    private static final int DIGEST_BYTES = 16;
    private static final int CHUNK = 1 << 14;

    private PublishedDigests() {
    }

    /** Checks the file, part by part, if a list beside it names it; throws {@link DamagedFileException} if the digests differ. */
    static void check(Path file) throws IOException {
        Path list = file.resolveSibling(LIST);
        if (!Files.exists(list)) {
            return;
        }
        JsonNode entry = new ObjectMapper().readTree(list.toFile()).get(file.getFileName().toString());
        if (entry == null) {
            return;
        }
        String expected = entry.path("digest").asText();
        String actual = digest(file);
        if (!expected.equals(actual)) {
            throw new DamagedFileException(file, "digest " + actual, expected + ", as " + LIST + " beside it publishes");
        }
    }

    private static String digest(Path file) throws IOException {
        Blake2bDigest blake = new Blake2bDigest(BITS);
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                blake.update(chunk, 0, count);
                ProofDispatcher.giveWay();
            }
        }
        byte[] digest = new byte[BITS / Byte.SIZE];
        blake.doFinal(digest, 0);
        return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
    }
}

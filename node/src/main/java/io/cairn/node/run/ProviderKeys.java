package io.cairn.node.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.home.OwnerFile;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * The keys that this process holds: one BLS key that owns the miner and works for it, so that it can also win blocks.
 * They are kept in a file that only its owner can read. Over a chain in the same process a new key follows from the
 * chain's seed, as all of that chain does; over any other node it is random.
 */
record ProviderKeys(PrivateKey owner) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The keys of the file; when there is none, new ones from {@code fresh}, durable before they are used. */
    static ProviderKeys readOrCreate(Path file, Supplier<PrivateKey> fresh) throws IOException {
        if (!Files.exists(file)) {
            OwnerFile.write(file, JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("owner", HexFormat.of().formatHex(fresh.get().secret()))));
        }
        JsonNode kept = JSON.readTree(file.toFile());
        if (!kept.path("owner").isTextual()) {
            throw new StartException(file + ": field owner is missing; expected a BLS key of 64 hexadecimal digits");
        }
        return new ProviderKeys(PrivateKey.of(SignatureType.BLS, HexFormat.of().parseHex(kept.get("owner").asText())));
    }
}

package io.cairn.node.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.home.OwnerFile;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The keys that this process holds: one BLS key that owns the miner and works for it, so that it can also win blocks.
 * They are kept in a file that only its owner can read.
 */
record ProviderKeys(PrivateKey owner) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The keys of the file; new ones, durable before they are used, when there is none. */
    static ProviderKeys readOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, PrivateKey.generate(SignatureType.BLS));
        }
        JsonNode kept = JSON.readTree(file.toFile());
        if (!kept.path("owner").isTextual()) {
            throw new IOException(file + ": field owner is missing; expected a BLS key of 64 hexadecimal digits");
        }
        return new ProviderKeys(PrivateKey.of(SignatureType.BLS, HexFormat.of().parseHex(kept.get("owner").asText())));
    }

    private static void write(Path file, PrivateKey owner) throws IOException {
        ObjectNode keys = JSON.createObjectNode().put("owner", HexFormat.of().formatHex(owner.secret()));
        OwnerFile.write(file, JSON.writeValueAsString(keys));
    }
}

package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.SectorSize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The recorded cases of a file of known answers. They are told by the fields that they have, not by the file's name: a file holds several,
 * each under a name of its own, or a single one under {@code case}.
 */
final class RecordedCases {

    private RecordedCases() {}

    /** All cases that have every one of the fields, with their names. */
    static List<Map.Entry<String, JsonNode>> with(JsonNode file, String... fields) {
        return file.properties().stream().filter(entry -> Arrays.stream(fields).allMatch(entry.getValue()::has)).toList();
    }

    /** Whether the file has a case with every one of the fields. */
    static boolean any(JsonNode file, String... fields) {
        return !with(file, fields).isEmpty();
    }

    /** The sectors to be sealed for a case: its own, or those of its file. */
    static JsonNode sealedSectors(JsonNode file, JsonNode recorded) {
        return recorded.has("sealed_sectors") ? recorded.get("sealed_sectors") : file.path("sealed_sectors");
    }

    /** The kind of space-time proof that a case is about. */
    static RegisteredPostProof postType(JsonNode inputs) {
        RegisteredPostProof.Kind kind = inputs.get("post_type").textValue().equals("winning")
                ? RegisteredPostProof.Kind.WINNING : RegisteredPostProof.Kind.WINDOW;
        SectorSize size = SectorSize.ofBytes(inputs.get("sector_size").longValue());
        String version = inputs.get("api_version").textValue();
        return Arrays.stream(RegisteredPostProof.values())
                .filter(type -> type.kind() == kind && type.sectorSize() == size
                        && type.version().name().equals("V" + version.replace('.', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("api_version: " + version + ", expected that of a " + kind + " proof"));
    }
}

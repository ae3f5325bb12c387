package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stored files as lines of text, from the view {@code files}. */
final class FileLines {

    private FileLines() {}

    static String file(JsonNode row) {
        String trouble = row.path("trouble").asText();
        return row.path("name").asText() + " · " + row.path("state").asText().toLowerCase(Locale.ROOT) + " · "
                + row.path("length").asLong() + " bytes · id " + row.path("root").asText() + (trouble.isEmpty() ? "" : "\n  ! " + trouble);
    }

    /** Where a piece is and what it waits for. */
    static String piece(JsonNode piece) {
        StringBuilder line = new StringBuilder("  piece ").append(piece.path("index").asInt()).append(": ")
                .append(piece.path("state").asText().equals("NONE") ? "Waiting for its deal" : piece.path("words").asText());
        if (piece.path("sector").isNumber()) {
            line.append(" · sector ").append(piece.path("sector").asLong()).append(" at ").append(piece.path("offset").asLong());
        }
        if (piece.path("dealId").isNumber()) {
            line.append(" · deal ").append(piece.path("dealId").asLong());
        }
        line.append(" · ").append(piece.path("deal").asText());
        String reason = piece.path("error").asText().isEmpty() ? piece.path("waitsFor").asText() : piece.path("error").asText();
        return reason.isEmpty() ? line.toString() : line.append("\n    ").append(reason).toString();
    }

    static String errors(JsonNode row) {
        List<String> errors = new ArrayList<>();
        row.path("pieces").forEach(piece -> {
            if (!piece.path("error").asText().isEmpty()) {
                errors.add("piece " + piece.path("index").asInt() + ": " + piece.path("error").asText());
            }
        });
        return String.join("; ", errors);
    }
}

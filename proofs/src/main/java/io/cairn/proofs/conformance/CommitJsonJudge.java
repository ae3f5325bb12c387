package io.cairn.proofs.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.porep.CommitJsonReader;
import io.cairn.proofs.porep.CommitJsonWriter;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.nio.charset.StandardCharsets;

/** Judges commit phase 1 output: read and written again it must be the same text. */
public final class CommitJsonJudge implements Judge {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("registered_proof") && file.has("vanilla_proofs");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        String text = compact(file);
        String again = new String(CommitJsonWriter.toJson(CommitJsonReader.read(text.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8);
        try (Case one = new Case("commit output read and written", verdicts)) {
            one.equal("text", text, again);
        }
    }

    private static String compact(JsonNode file) {
        try {
            return MAPPER.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read can be written", e);
        }
    }
}

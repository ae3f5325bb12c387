package io.cairn.proofs.porep;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.SectorShape;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads commit phase 1 output from JSON, fields in any order, unknown fields ignored. Every proof must have the shape of its
 * sector size; errors are {@link CommitJsonException}. Holds one challenge's JSON in memory at a time.
 */
public final class CommitJsonReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_PARTITIONS = 126;
    private static final int MOST_CHALLENGES = 18;

    private final JsonParser parser;
    private final Map<String, byte[]> values = new HashMap<>();
    private RegisteredSealProof proofType;
    private String sizeKey;
    private List<List<ChallengeProof>> partitions;

    private CommitJsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The output that the UTF-8 text states. */
    public static CommitOutput read(byte[] json) {
        try (JsonParser parser = MAPPER.getFactory().createParser(json)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            return new CommitJsonReader(parser).output();
        } catch (IOException e) {
            throw new CommitJsonException("commit output: not JSON: " + e.getMessage(), e);
        }
    }

    private CommitOutput output() throws IOException {
        expect("commit output", parser.nextToken(), JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (field) {
                case "registered_proof" -> proofType = proofType(parser.getText());
                case "vanilla_proofs" -> vanillaProofs(token);
                case "comm_r", "comm_d", "replica_id", "seed", "ticket" ->
                        values.put(field, CommitJsonFields.bytes(field, MAPPER.readTree(parser)));
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new CommitJsonException("commit output: text after its end, expected none");
        }
        return checked(new CommitOutput(required("registered_proof", proofType), required("vanilla_proofs", partitions), value("comm_r"),
                value("comm_d"), value("replica_id"), value("seed"), value("ticket")));
    }

    private void vanillaProofs(JsonToken token) throws IOException {
        expect("vanilla_proofs", token, JsonToken.START_OBJECT);
        expect("vanilla_proofs", parser.nextToken(), JsonToken.FIELD_NAME);
        sizeKey = parser.currentName();
        expect("vanilla_proofs." + sizeKey, parser.nextToken(), JsonToken.START_ARRAY);
        partitions = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            partitions.add(partition("vanilla_proofs." + sizeKey + "[" + partitions.size() + "]"));
            if (partitions.size() > MOST_PARTITIONS) {
                throw new CommitJsonException("vanilla_proofs." + sizeKey + ": more than " + MOST_PARTITIONS + " partitions");
            }
        }
        expect("vanilla_proofs." + sizeKey, parser.currentToken(), JsonToken.END_ARRAY);
        expect("vanilla_proofs", parser.nextToken(), JsonToken.END_OBJECT);
    }

    private List<ChallengeProof> partition(String field) throws IOException {
        List<ChallengeProof> proofs = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (proofs.size() == MOST_CHALLENGES) {
                throw new CommitJsonException(field + ": more than " + MOST_CHALLENGES + " challenges");
            }
            JsonNode proof = MAPPER.readTree(parser);
            proofs.add(CommitJsonFields.challenge(field + "[" + proofs.size() + "]", proof));
        }
        expect(field, parser.currentToken(), JsonToken.END_ARRAY);
        return proofs;
    }

    private CommitOutput checked(CommitOutput output) {
        String expectedKey = CommitJsonWriter.sizeKey(output);
        if (!expectedKey.equals(sizeKey)) {
            throw new CommitJsonException("vanilla_proofs: holds " + sizeKey + ", expected " + expectedKey);
        }
        SectorShape shape = SectorShape.of(output.proofType().sectorSize());
        boolean shaped = output.partitions().stream().flatMap(List::stream).allMatch(proof -> proof.hasShape(shape));
        if (!shaped) {
            throw new CommitJsonException("vanilla_proofs: a path, column or list has a length other than a sector of "
                    + output.proofType().sectorSize() + " has");
        }
        return output;
    }

    private static RegisteredSealProof proofType(String name) {
        return Arrays.stream(RegisteredSealProof.values()).filter(type -> type.apiName().equals(name)).findFirst()
                .orElseThrow(() -> new CommitJsonException("registered_proof: " + name + ", expected a name such as StackedDrg32GiBV1_1"));
    }

    private byte[] value(String field) {
        return required(field, values.get(field));
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw new CommitJsonException(field + ": missing");
        }
        return value;
    }

    private static void expect(String field, JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw new CommitJsonException(field + ": " + found + ", expected " + expected);
        }
    }
}

package io.cairn.proofs.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.proofs.Commitment;
import io.cairn.proofs.SectorShape;
import io.cairn.protocol.sector.RegisteredSealProof;

/**
 * What phase 1 hands to phase 2, in the JSON form that Lotus' workers exchange.
 *
 * <p>Source: rust-filecoin-proofs-api, src/seal.rs (SealPreCommitPhase1Output). Immutable.
 */
public final class PreCommit1Output {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegisteredSealProof proof;
    private final String cachePath;
    private final byte[] commD;

    /**
     * The outcome of phase 1.
     *
     * @param cachePath name of the cache directory as it shall appear in the text
     * @param commD data commitment, 32 bytes
     */
    public PreCommit1Output(RegisteredSealProof proof, String cachePath, byte[] commD) {
        this.proof = proof;
        this.cachePath = cachePath;
        this.commD = Commitment.require("comm_d", commD).clone();
    }

    /** Proof type of the sector. */
    public RegisteredSealProof proof() {
        return proof;
    }

    /** Name of the cache directory. */
    public String cachePath() {
        return cachePath;
    }

    /** Data commitment, a copy. */
    public byte[] commD() {
        return commD.clone();
    }

    /** The text, with the fields in the reference's order and without spaces. */
    public String toJson() {
        SectorShape shape = SectorShape.of(proof.sectorSize());
        ObjectNode labels = JSON.createObjectNode();
        labels.set("labels", JSON.valueToTree(StoreConfig.layers(shape, cachePath)));
        labels.putNull("_h");
        ObjectNode root = JSON.createObjectNode();
        root.put("registered_proof", proof.apiName());
        root.putObject("labels").set("StackedDrg" + proof.sectorSize().label() + "V1", labels);
        root.set("config", JSON.valueToTree(StoreConfig.treeD(shape, cachePath)));
        ArrayNode bytes = root.putArray("comm_d");
        for (byte b : commD) {
            bytes.add(b & 0xff);
        }
        return root.toString();
    }

    /**
     * Reads the text; fields that Lotus adds are ignored.
     *
     * @throws IllegalArgumentException if it is not the output of a phase 1
     */
    public static PreCommit1Output ofJson(String text) {
        JsonNode root = parse(text);
        JsonNode bytes = root.path("comm_d");
        if (bytes.size() != 32) {
            throw new IllegalArgumentException("comm_d: " + bytes + ", expected 32 numbers");
        }
        byte[] commD = new byte[32];
        for (int i = 0; i < commD.length; i++) {
            commD[i] = (byte) bytes.get(i).asInt();
        }
        String path = root.path("config").path("path").asText();
        return new PreCommit1Output(proofNamed(root.path("registered_proof").asText()), path, commD);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("phase 1 output: " + e.getOriginalMessage() + ", expected JSON", e);
        }
    }

    private static RegisteredSealProof proofNamed(String name) {
        for (RegisteredSealProof proof : RegisteredSealProof.values()) {
            if (proof.apiName().equals(name)) {
                return proof;
            }
        }
        throw new IllegalArgumentException("registered_proof: " + name + ", expected the name of a seal proof");
    }
}

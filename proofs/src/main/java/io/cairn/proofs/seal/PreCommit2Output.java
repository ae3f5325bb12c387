package io.cairn.proofs.seal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.proofs.Commitment;
import io.cairn.protocol.sector.RegisteredSealProof;

/**
 * The commitments that phase 2 ends with, in the reference's JSON form. Source: rust-filecoin-proofs-api, src/seal.rs
 * (SealPreCommitPhase2Output). Immutable.
 */
public final class PreCommit2Output {

    private final RegisteredSealProof proof;
    private final byte[] commR;
    private final byte[] commD;

    /** Commitments to the replica and to the data, 32 bytes each, neither all zero. */
    public PreCommit2Output(RegisteredSealProof proof, byte[] commR, byte[] commD) {
        this.proof = proof;
        this.commR = Commitment.require("comm_r", commR).clone();
        this.commD = Commitment.require("comm_d", commD).clone();
    }

    /** The text, with the fields in the reference's order and without spaces. */
    public String toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("registered_proof", proof.apiName());
        put(root, "comm_r", commR);
        put(root, "comm_d", commD);
        return root.toString();
    }

    private static void put(ObjectNode root, String field, byte[] bytes) {
        ArrayNode numbers = root.putArray(field);
        for (byte b : bytes) {
            numbers.add(b & 0xff);
        }
    }
}

package io.cairn.proofs.porep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.PathElement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes commit phase 1 output in the JSON form of the reference, byte for byte: fields in the order in which its structs declare
 * them, no white space, 32-byte values as arrays of numbers (rust-filecoin-proofs-api: src/seal.rs).
 */
public final class CommitJsonWriter {

    private final JsonGenerator json;

    private CommitJsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /** The JSON text in UTF-8. */
    public static byte[] toJson(CommitOutput output) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(output, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** Writes the JSON text in UTF-8; leaves the stream open. */
    public static void write(CommitOutput output, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            new CommitJsonWriter(json).output(output);
        }
    }

    private void output(CommitOutput output) throws IOException {
        json.writeStartObject();
        json.writeStringField("registered_proof", output.proofType().apiName());
        json.writeObjectFieldStart("vanilla_proofs");
        json.writeArrayFieldStart(sizeKey(output));
        for (List<ChallengeProof> partition : output.partitions()) {
            json.writeStartArray();
            for (ChallengeProof proof : partition) {
                challenge(proof);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
        bytes("comm_r", output.commR());
        bytes("comm_d", output.commD());
        bytes("replica_id", output.replicaId());
        bytes("seed", output.seed());
        bytes("ticket", output.ticket());
        json.writeEndObject();
    }

    /** Proofs stand under the name of the size's first version, whatever the version is. */
    static String sizeKey(CommitOutput output) {
        return "StackedDrg" + output.proofType().sectorSize().label() + "V1";
    }

    private void challenge(ChallengeProof proof) throws IOException {
        json.writeStartObject();
        merkle("comm_d_proofs", proof.dataOpening());
        merkle("comm_r_last_proof", proof.replicaOpening());
        json.writeObjectFieldStart("replica_column_proofs");
        json.writeFieldName("c_x");
        column(proof.column());
        columns("drg_parents", proof.baseParents());
        columns("exp_parents", proof.expanderParents());
        json.writeEndObject();
        json.writeArrayFieldStart("labeling_proofs");
        for (LabelingProof labeling : proof.labelings()) {
            labeling(labeling);
        }
        json.writeEndArray();
        json.writeFieldName("encoding_proof");
        labeling(proof.encoding());
        json.writeEndObject();
    }

    private void columns(String name, List<ColumnProof> columns) throws IOException {
        json.writeArrayFieldStart(name);
        for (ColumnProof column : columns) {
            column(column);
        }
        json.writeEndArray();
    }

    private void column(ColumnProof proof) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("column");
        json.writeNumberField("index", proof.node());
        nodes("rows", proof.rows());
        json.writeNullField("_h");
        json.writeEndObject();
        merkle("inclusion_proof", proof.opening());
        json.writeEndObject();
    }

    private void labeling(LabelingProof proof) throws IOException {
        json.writeStartObject();
        nodes("parents", proof.parents());
        json.writeNumberField("layer_index", proof.layer());
        json.writeNumberField("node", proof.node());
        json.writeEndObject();
    }

    private void merkle(String name, MerkleProof proof) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeObjectFieldStart("data");
        switch (proof.upperPath().size()) {
            case 0 -> {
                json.writeObjectFieldStart("Single");
                bytes("root", proof.root());
                bytes("leaf", proof.leaf());
                path("path", proof.basePath());
            }
            case 1 -> {
                json.writeObjectFieldStart("Sub");
                path("base_proof", proof.basePath());
                path("sub_proof", proof.upperPath());
                bytes("root", proof.root());
                bytes("leaf", proof.leaf());
            }
            default -> {
                json.writeObjectFieldStart("Top");
                path("base_proof", proof.basePath());
                path("sub_proof", proof.upperPath().subList(0, 1));
                path("top_proof", proof.upperPath().subList(1, 2));
                bytes("root", proof.root());
                bytes("leaf", proof.leaf());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void path(String name, List<PathElement> path) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeArrayFieldStart("path");
        for (PathElement element : path) {
            json.writeStartObject();
            nodes("hashes", element.siblings());
            json.writeNumberField("index", element.index());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void nodes(String name, List<byte[]> nodes) throws IOException {
        json.writeArrayFieldStart(name);
        for (byte[] node : nodes) {
            numbers(node);
        }
        json.writeEndArray();
    }

    private void bytes(String name, byte[] value) throws IOException {
        json.writeFieldName(name);
        numbers(value);
    }

    private void numbers(byte[] value) throws IOException {
        json.writeStartArray();
        for (byte b : value) {
            json.writeNumber(b & 0xff);
        }
        json.writeEndArray();
    }
}

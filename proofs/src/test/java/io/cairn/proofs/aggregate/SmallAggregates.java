package io.cairn.proofs.aggregate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.VerifyingKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The recorded proofs of one multiplication each, and the SRS that the known answers print. */
record SmallAggregates(VerifyingKey key, InnerProductSrs srs, List<Proof> proofs, List<List<Scalar>> inputs, byte[] include) {

    static SmallAggregates of(Path folder, int count) throws IOException {
        JsonNode file;
        try (InputStream in = SmallAggregates.class.getResourceAsStream("/vectors/reference-snarkpack.json")) {
            file = new ObjectMapper().readTree(in);
        }
        Path srs = folder.resolve(InnerProductSrs.FILE_NAME);
        SrsSecrets secrets = new SrsSecrets(Scalar.fromBytes(bytes(file.at("/srs/a"))), Scalar.fromBytes(bytes(file.at("/srs/b"))));
        SrsFile.createInsecure(srs, secrets, 17, Workers.CALLER, Progress.NONE);
        List<Proof> proofs = new ArrayList<>();
        List<List<Scalar>> inputs = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            JsonNode proof = file.get("proofs").get(k);
            proofs.add(Proof.fromBytes(bytes(proof.get("proof"))));
            inputs.add(List.of(Scalar.fromBytes(bytes(proof.get("public_input_c")))));
        }
        return new SmallAggregates(VerifyingKey.fromBytes(bytes(file.get("vk"))), InnerProductSrs.open(srs), proofs, inputs,
                bytes(file.get("transcript_include")));
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.textValue());
    }
}

package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.aggregate.InnerProductSrs;
import io.cairn.proofs.aggregate.SrsFile;
import io.cairn.proofs.aggregate.SrsSecrets;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The SRS whose secrets a file of known answers prints, in a temporary folder while it is needed. */
final class RecordedSrs implements AutoCloseable {

    private final Path folder;
    private final InnerProductSrs opened;

    /** Where a file of known answers states an SRS: at its top, in its aggregates, or in a case. */
    static Optional<JsonNode> stated(JsonNode file) {
        if (file.has("srs")) {
            return Optional.of(file.get("srs"));
        }
        return RecordedCases.with(file, "srs").stream().findFirst().map(entry -> entry.getValue().get("srs"));
    }

    private RecordedSrs(Path folder, InnerProductSrs opened) {
        this.folder = folder;
        this.opened = opened;
    }

    /** Creates the file and compares it with what is stated of it. */
    static RecordedSrs of(JsonNode stated, Verdicts verdicts) throws IOException {
        Path folder = Files.createTempDirectory("cairn-srs-");
        Path file = folder.resolve(InnerProductSrs.FILE_NAME);
        create(file, stated, verdicts);
        return new RecordedSrs(folder, InnerProductSrs.open(file));
    }

    /** Creates the stated SRS in a file that is the caller's. */
    static void create(Path file, JsonNode stated, Verdicts verdicts) throws IOException {
        SrsSecrets secrets = new SrsSecrets(Scalar.fromBytes(Case.bytes(stated, "a")), Scalar.fromBytes(Case.bytes(stated, "b")));
        SrsFile.createInsecure(file, secrets, stated.get("points_per_vector").intValue(), Workers.CALLER, Progress.NONE);
        byte[] bytes = Files.readAllBytes(file);
        try (Case one = new Case("SRS", verdicts)) {
            one.equal(stated, "file_bytes", bytes.length);
            String first = stated.get("first_64_bytes").textValue();
            one.equal("first_64_bytes", first, HexFormat.of().formatHex(Arrays.copyOf(bytes, first.length() / 2)));
            one.equal(stated, "file_sha256", FileFacts.sha256(file));
        }
    }

    InnerProductSrs opened() {
        return opened;
    }

    @Override
    public void close() throws IOException {
        Files.delete(folder.resolve(InnerProductSrs.FILE_NAME));
        Files.delete(folder);
    }
}

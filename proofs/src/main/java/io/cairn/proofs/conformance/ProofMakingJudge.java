package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.Progress;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.Workers;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Parameters;
import io.cairn.proofs.groth16.Prover;
import io.cairn.proofs.groth16.Setup;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.post.PostSectorProof;
import io.cairn.proofs.post.PostSectorProofCodec;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * Makes the parameters of the 2 KiB space-time circuits from the recorded secrets and proofs with the recorded random numbers, and wants the reference's bytes
 * of both. Takes some seconds to a minute.
 */
public final class ProofMakingJudge implements Judge {

    private static final HexFormat HEX = HexFormat.of();
    private static final SectorShape SHAPE = SectorShape.of(SectorSize.KIB_2);

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.at("/parameters/window/params/params_sha256").isTextual() || file.at("/parameters/winning/params/params_sha256").isTextual();
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        Workers workers = new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
        try {
            Path path = Files.createTempFile("cairn", ".params");
            try {
                judge(file, path, workers, verdicts);
            } finally {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void judge(JsonNode file, Path path, Workers workers, Verdicts verdicts) throws IOException {
        boolean window = file.at("/parameters/window").isObject();
        Circuit blank = window ? PostCircuit.blankWindow(SHAPE) : PostCircuit.blankWinning(SHAPE);
        Setup.create(blank, waste(file), path, workers, Progress.NONE);
        JsonNode stated = file.at("/parameters/" + (window ? "window" : "winning") + "/params");
        try (Case parameters = new Case("parameters", verdicts)) {
            parameters.equal("params_bytes", stated.get("params_bytes"), Files.size(path));
            parameters.equal("params_sha256", stated.get("params_sha256"), FileFacts.sha256(path));
        }
        try (Parameters parameters = Parameters.open(path)) {
            Prover prover = new Prover(parameters, workers);
            file.properties().forEach(entry -> judgeProofs(entry.getKey(), entry.getValue(), window, prover, verdicts));
        }
    }

    /** The secrets that a file of known answers states. */
    static ToxicWaste waste(JsonNode file) {
        JsonNode scalars = file.at("/parameters/waste/scalars");
        return new ToxicWaste(scalar(scalars, "alpha"), scalar(scalars, "beta"), scalar(scalars, "gamma"),
                scalar(scalars, "delta"), scalar(scalars, "tau"));
    }

    private static Scalar scalar(JsonNode object, String field) {
        return Scalar.fromBytes(Case.bytes(object, field));
    }

    private static void judgeProofs(String name, JsonNode proved, boolean window, Prover prover, Verdicts verdicts) {
        JsonNode bincode = proved.at("/sectors/0/vanilla_proof_bincode/hex");
        if (!proved.path("partitions").isArray()) {
            return;
        }
        if (!bincode.isTextual() || proved.get("sectors").size() != 1) {
            verdicts.skipped(name + ": proof", "the vanilla proofs of its sectors are stated by digest alone");
            return;
        }
        PostSectorProof sector = new PostSectorProofCodec(SHAPE).fromBytes(HEX.parseHex(bincode.textValue()));
        Circuit circuit = window ? PostCircuit.window(List.of(sector), SHAPE.windowSectors()) : PostCircuit.winning(sector);
        JsonNode partition = proved.at("/partitions/0");
        try (Case judged = new Case(name + ": proof", verdicts)) {
            judged.equal(partition, "proof",
                    prover.prove(circuit, scalar(partition, "r"), scalar(partition, "s"), Progress.NONE).toBytes());
        }
    }
}

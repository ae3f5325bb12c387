package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Seals again the sector that a Lotus miner sealed, and compares all files it left, before and after finalisation. */
public final class LotusSealJudge implements Judge {

    private static final String BEFORE = "sector 2 at the moment of C1 (cache and sealed file before finalisation)";
    private static final String AFTER = "miner repository after finalisation (sector 2)";
    private static final String SECTOR = "s-t01000-2";

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.path("sealing").has("PC1") && file.has("store");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        JsonNode phase1 = file.get("sealing").get("PC1");
        JsonNode sector = phase1.get("sector");
        RegisteredSealProof proof = RegisteredSealProof.of(sector.get("ProofType").longValue());
        byte[] ticket = Base64.getDecoder().decode(phase1.get("ticket").textValue());
        SectorSpec spec = SectorSpec.of(proof, sector.get("ID").get("Miner").longValue(),
                sector.get("ID").get("Number").longValue(), ticket);
        byte[] data = new byte[phase1.get("ussize").intValue()];
        try (Case one = new Case("sector sealed by Lotus", verdicts); TrialSeal seal = TrialSeal.afterPhase1(spec, data)) {
            String text = phase1.get("outText").textValue();
            one.equal("PC1 outText", text,
                    new PreCommit1Output(proof, PreCommit1Output.ofJson(text).cachePath(), seal.commD()).toJson());
            seal.phase2(pathInAux(file.get("store").get(AFTER)));
            files(one, file.get("store").get(BEFORE), SECTOR + "/", seal.cache().directory());
            seal.cache().clear();
            files(one, file.get("store").get(AFTER), "cache/" + SECTOR + "/", seal.cache().directory());
            one.equal("sealed file", content(file.get("store").get(AFTER), "sealed/" + SECTOR),
                    HexFormat.of().formatHex(FileFacts.content(seal.sealed())));
        } catch (IOException e) {
            throw new UncheckedIOException("sector sealed by Lotus", e);
        }
    }

    private static void files(Case one, JsonNode store, String prefix, Path directory) throws IOException {
        for (JsonNode entry : store) {
            String name = entry.path("file").asText();
            if (name.startsWith(prefix)) {
                byte[] actual = FileFacts.content(directory.resolve(name.substring(prefix.length())));
                one.equal(name, hex(entry), HexFormat.of().formatHex(actual));
            }
        }
    }

    private static String content(JsonNode store, String name) {
        for (JsonNode entry : store) {
            if (name.equals(entry.path("file").asText())) {
                return hex(entry);
            }
        }
        throw new IllegalArgumentException("store: no file " + name);
    }

    private static String hex(JsonNode entry) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(entry.get("base64").textValue()));
    }

    /** The recorded {@code t_aux} names the directory that the sector had there. */
    private static String pathInAux(JsonNode store) {
        byte[] aux = HexFormat.of().parseHex(content(store, "cache/" + SECTOR + "/t_aux"));
        int length = aux[Long.BYTES];
        return new String(Arrays.copyOfRange(aux, 2 * Long.BYTES, 2 * Long.BYTES + length), StandardCharsets.UTF_8);
    }
}

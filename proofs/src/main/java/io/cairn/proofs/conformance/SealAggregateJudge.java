package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.AggregateSealInfo;
import io.cairn.proofs.Aggregation;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SealFeature;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Aggregates recorded replication proofs anew, from the proofs of their partitions: the aggregates of several sectors that a file states, and the proof of a
 * non-interactive sector, which is one.
 */
public final class SealAggregateJudge implements Judge {

    private static final ProofCircuit CIRCUIT = new ProofCircuit(ProofCircuit.Kind.REPLICATION, SectorSize.KIB_2);
    private static final Pattern REPEATED = Pattern.compile("the (\\w+) sector (twice|three times)");

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.at("/parameters/porep/vk").isTextual() && RecordedSrs.stated(file).isPresent();
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        byte[] key = Case.bytes(file.at("/parameters/porep"), "vk");
        try (RecordedKeys keys = RecordedKeys.of(CIRCUIT, key, file, verdicts)) {
            Aggregation aggregation = new Aggregation(keys.store(), TrialSeal.workers());
            for (JsonNode result : file.at("/aggregate/results")) {
                several(file, result, aggregation, verdicts);
            }
            for (Map.Entry<String, JsonNode> entry : RecordedCases.with(file, "inputs", "c2")) {
                if (type(entry.getValue()).feature() == SealFeature.NON_INTERACTIVE && entry.getValue().path("c2").has("proof")) {
                    nonInteractive(entry.getKey(), entry.getValue(), aggregation, verdicts);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("keeping the recorded key and SRS in a temporary folder", e);
        }
    }

    private static RegisteredSealProof type(JsonNode sealed) {
        return RegisteredSealProof.of(sealed.at("/inputs/registered_seal_proof").longValue());
    }

    private static void several(JsonNode file, JsonNode result, Aggregation aggregation, Verdicts verdicts) throws IOException {
        String name = "aggregate of " + result.get("sectors").textValue() + ", " + result.get("version").textValue();
        Matcher words = REPEATED.matcher(result.get("sectors").textValue());
        if (!words.matches() || !file.has(words.group(1))) {
            verdicts.skipped(name, "sectors that are not known here");
            return;
        }
        int times = words.group(2).equals("twice") ? 2 : 3;
        try (Case one = new Case(name, verdicts)) {
            JsonNode sealed = file.get(words.group(1));
            List<AggregateSealInfo> sectors = Collections.nCopies(times, info(sealed));
            List<byte[]> proofs = Collections.nCopies(times, Case.bytes(sealed.get("c2"), "proof"));
            RegisteredAggregationProof version = AggregateJudge.version(result);
            byte[] aggregate = aggregation.aggregateSeals(type(sealed), version, sectors, proofs, Progress.NONE);
            one.equal(result, "aggregate_bytes", aggregate.length);
            one.equal(result, "aggregate", aggregate);
            verification(one, sealed, version, sectors, aggregate, aggregation);
        }
    }

    private static void nonInteractive(String name, JsonNode sealed, Aggregation aggregation, Verdicts verdicts) throws IOException {
        try (Case one = new Case("aggregate of the partitions of " + name, verdicts)) {
            StringBuilder proofs = new StringBuilder();
            sealed.at("/c2/partitions").forEach(partition -> proofs.append(partition.get("proof").textValue()));
            List<AggregateSealInfo> sectors = List.of(info(sealed));
            byte[] aggregate = aggregation.aggregateSeals(type(sealed), RegisteredAggregationProof.SNARK_PACK_V2, sectors,
                    List.of(HexFormat.of().parseHex(proofs)), Progress.NONE);
            one.equal(sealed.get("c2"), "proof", aggregate);
            verification(one, sealed, RegisteredAggregationProof.SNARK_PACK_V2, sectors, aggregate, aggregation);
        }
    }

    private static void verification(Case one, JsonNode sealed, RegisteredAggregationProof version, List<AggregateSealInfo> sectors, byte[] aggregate,
                                     Aggregation aggregation) throws IOException {
        long miner = sealed.at("/inputs/miner_actor_id").longValue();
        one.equal("verification", "true", Boolean.toString(aggregation.verifySeals(type(sealed), version, miner, sectors, aggregate)));
        one.equal("verification of another miner's", "false",
                Boolean.toString(aggregation.verifySeals(type(sealed), version, miner + 1, sectors, aggregate)));
    }

    private static AggregateSealInfo info(JsonNode sealed) {
        JsonNode inputs = sealed.get("inputs");
        return new AggregateSealInfo(inputs.get("sector_number").longValue(), Case.bytes(inputs, "ticket"), Case.bytes(inputs, "seed"),
                Case.bytes(sealed, "comm_r"), Case.bytes(sealed, "comm_d"));
    }
}

package io.cairn.devnet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.devnet.chain.BaseFee;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.GasPrices;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.message.InclusionRules;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Judges the network's constants: {@code chain-policy.json}. Of the main network those that do not differ between builds. */
public final class PolicyJudge implements Judge {

    private static final String FILE = "chain-policy.json";
    private static final BigInteger FIL = BigInteger.TEN.pow(18);
    private static final Map<String, Object> EVERYWHERE = everywhere();
    private static final Map<String, Object> DEVNET = devnet();

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return fileName.equals(FILE);
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        judgeSection("mainnet", file.path("mainnet"), EVERYWHERE, verdicts);
        judgeSection("devnet2k", file.path("devnet2k"), DEVNET, verdicts);
    }

    private static void judgeSection(String section, JsonNode stated, Map<String, Object> ours, Verdicts verdicts) {
        stated.properties().forEach(constant -> {
            String name = FILE + " " + section + " " + constant.getKey();
            if (constant.getKey().equals("sealProofs")) {
                constant.getValue().forEach(proof -> judgeSealProof(name, proof, verdicts));
            } else if (ours.containsKey(constant.getKey())) {
                CaseOutcome outcome = new CaseOutcome(name, verdicts);
                outcome.expect(constant.getKey(), constant.getValue(), ours.get(constant.getKey())).close();
            } else {
                verdicts.skipped(name, "no rule of this chain uses it");
            }
        });
    }

    private static void judgeSealProof(String name, JsonNode proof, Verdicts verdicts) {
        String number = name + " " + proof.path("sealProof").asText();
        CaseOutcome outcome = new CaseOutcome(number + " maxPoStPartitions", verdicts);
        outcome.expect("maxPoStPartitions", proof.path("maxPoStPartitions"), NetworkPolicy.MOST_POSTED_PARTITIONS).close();
        verdicts.skipped(number + " maxProveCommitDuration, sectorMaxLifetime",
                "Go's own table, which follows neither the 2k build nor the year of the code on chain");
    }

    private static Map<String, Object> everywhere() {
        Map<String, Object> ours = new HashMap<>();
        ours.put("wPoStProvingPeriod", NetworkPolicy.PROVING_PERIOD);
        ours.put("wPoStPeriodDeadlines", NetworkPolicy.DEADLINES);
        ours.put("wPoStChallengeWindow", NetworkPolicy.CHALLENGE_WINDOW);
        ours.put("wPoStChallengeLookback", NetworkPolicy.CHALLENGE_LOOKBACK);
        ours.put("faultDeclarationCutoff", NetworkPolicy.FAULT_CUTOFF);
        ours.put("faultMaxAge", NetworkPolicy.FAULT_MAX_AGE);
        ours.put("wPoStDisputeWindow", NetworkPolicy.DISPUTE_WINDOW);
        ours.put("minSectorExpiration", NetworkPolicy.LEAST_SECTOR_TERM);
        ours.put("maxSectorExpirationExtension", NetworkPolicy.MOST_EXTENSION);
        ours.put("maxPreCommitRandomnessLookback", NetworkPolicy.MOST_SEAL_RANDOMNESS_LOOKBACK);
        ours.put("addressedSectorsMax", NetworkPolicy.MOST_ADDRESSED_SECTORS);
        ours.put("blocksPerEpoch", NetworkPolicy.EXPECTED_LEADERS);
        ours.put("blockGasLimit", GasPrices.BLOCK_LIMIT);
        ours.put("initialBaseFee", BaseFee.INITIAL);
        ours.put("minimumBaseFee", BaseFee.LEAST);
        ours.put("filBase", InclusionRules.TOTAL_SUPPLY.atto().divide(FIL));
        return Map.copyOf(ours);
    }

    private static Map<String, Object> devnet() {
        NetworkPolicy policy = NetworkPolicy.devnet2k();
        Map<String, Object> ours = new HashMap<>(EVERYWHERE);
        ours.put("genesisNetworkVersion", NetworkPolicy.NETWORK_VERSION);
        ours.put("blockDelaySecs", policy.blockDelaySeconds());
        ours.put("chainFinality", policy.chainFinality());
        ours.put("winningPoStSectorSetLookback", policy.winningLookback());
        ours.put("preCommitChallengeDelay", policy.preCommitChallengeDelay());
        ours.put("initialFilReservedSinceNv25", policy.reserveInitial());
        return Map.copyOf(ours);
    }
}

package io.cairn.devnet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the chain's arithmetic: cases that name the function that gave their result. */
public final class ChainRulesJudge implements Judge {

    /** Judges one case of a section. */
    interface Rule {
        void judge(JsonNode testCase, CaseOutcome outcome);
    }

    private static final Map<String, Rule> RULES = rules();
    /** Functions whose cases the judge beside the protocol's own types reports. */
    private static final List<String> JUDGED_WITH_THE_VOCABULARY = List.of("miner.NewDeadlineInfo", "dline.NewInfo", "rand.");

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.isObject() && file.properties().stream().anyMatch(section -> isSection(section.getValue()));
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        file.properties().stream().filter(section -> isSection(section.getValue()))
                .forEach(section -> judgeSection(section.getKey(), section.getValue(), verdicts));
    }

    private static boolean isSection(JsonNode section) {
        return section.isArray() && section.path(0).has("fn") && section.path(0).has("out");
    }

    private static void judgeSection(String section, JsonNode cases, Verdicts verdicts) {
        List<JsonNode> all = new ArrayList<>();
        cases.forEach(all::add);
        for (int i = 0; i < all.size(); i++) {
            String name = section + " " + i;
            String function = all.get(i).path("fn").asText();
            if (JUDGED_WITH_THE_VOCABULARY.stream().anyMatch(function::startsWith)) {
                continue;
            }
            Optional<Rule> rule = ruleFor(function);
            if (rule.isEmpty()) {
                verdicts.skipped(name, reasonAgainst(function));
                continue;
            }
            CaseOutcome outcome = new CaseOutcome(name, verdicts);
            rule.get().judge(all.get(i), outcome);
            outcome.close();
        }
    }

    private static String reasonAgainst(String function) {
        if (function.startsWith("store.ComputeNextBaseFee (rule before nv28")) {
            return "the rule of an earlier network version";
        }
        if (function.startsWith("DrandBeacon") || function.startsWith("MockBeacon entry")) {
            return "the embedded chain has a beacon of its own, drawn from its seed";
        }
        return "no rule that the embedded chain computes: " + function;
    }

    private static Optional<Rule> ruleFor(String function) {
        return RULES.entrySet().stream().filter(entry -> function.startsWith(entry.getKey())).map(Map.Entry::getValue).findFirst();
    }

    private static Map<String, Rule> rules() {
        return Map.ofEntries(
                Map.entry("smoothing.NextEstimate", MoneyRules::nextEstimate),
                Map.entry("power estimate of a young devnet", MoneyRules::youngDevnet),
                Map.entry("smoothing.ExtrapolatedCumSumOfRatio", MoneyRules::cumulativeRatio),
                Map.entry("math.Ln", MoneyRules::ln),
                Map.entry("math.ExpNeg", MoneyRules::expNeg),
                Map.entry("miner.PreCommitDepositForPower", MoneyRules::pledge),
                Map.entry("miner.PledgePenaltyForTermination", MoneyRules::termination),
                Map.entry("market.DealProviderCollateralBounds", MoneyRules::providerCollateral),
                Map.entry("miner.RewardForConsensusSlashReport", MoneyRules::consensusFault),
                Map.entry("miner.QualityForWeight", MoneyRules::quality),
                Map.entry("miner.DailyProofFee", MoneyRules::dailyFee),
                Map.entry("reward.ConstructState", RewardRules::construct),
                Map.entry("reward.BaselinePowerFromPrev", RewardRules::baseline),
                Map.entry("reward.ComputeRTheta", RewardRules::theta),
                Map.entry("reward actor UpdateNetworkKPI", RewardRules::sequence),
                Map.entry("builtin.QuantizeUp", MinerRules::quantize),
                Map.entry("miner.State.AssignSectorsToDeadlines", MinerRules::assign),
                Map.entry("miner.State.AddLockedFunds", MinerRules::vesting),
                Map.entry("ElectionProof.ComputeWinCount", ConsensusRules::winCount),
                Map.entry("store.WeightedQuickSelect", ConsensusRules::premiumAt),
                Map.entry("ChainStore.ComputeBaseFee", ConsensusRules::baseFee),
                Map.entry("one election", ElectionRules::election),
                Map.entry("MockBeacon.MaxBeaconRoundForEpoch", ElectionRules::beaconRound),
                Map.entry("BeaconEntriesForBlock", ElectionRules::beaconEntries),
                Map.entry("miner constructor", ElectionRules::provingPeriod),
                Map.entry("abi.MakeProverID", ElectionRules::identifiers),
                Map.entry("Pricelist.OnChainMessage", PoolRules::messageGas),
                Map.entry("messagepool.ComputeMinRBF", PoolRules::replacement),
                Map.entry("messagepool.CapGasFee", PoolRules::cap),
                Map.entry("consensus.AggregateSignatures", PoolRules::aggregate),
                Map.entry("filcns.Weight", ConsensusRules::weight),
                Map.entry("vm.ComputeGasOutputs", ConsensusRules::gas));
    }
}

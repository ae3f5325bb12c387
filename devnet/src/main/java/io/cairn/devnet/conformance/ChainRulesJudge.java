package io.cairn.devnet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the chain's arithmetic: {@code chain-rules.json} and {@code chain-rules-vm.json}. */
public final class ChainRulesJudge implements Judge {

    /** Judges one case of a section. */
    interface Rule {
        void judge(JsonNode testCase, CaseOutcome outcome);
    }

    private static final Map<String, Rule> RULES = rules();

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return fileName.equals("chain-rules.json") || fileName.equals("chain-rules-vm.json");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        file.properties().stream().filter(section -> section.getValue().isArray())
                .forEach(section -> judgeSection(fileName, section.getKey(), section.getValue(), verdicts));
    }

    private static void judgeSection(String fileName, String section, JsonNode cases, Verdicts verdicts) {
        List<JsonNode> all = new ArrayList<>();
        cases.forEach(all::add);
        for (int i = 0; i < all.size(); i++) {
            String name = fileName + " " + section + " " + i;
            String function = all.get(i).path("fn").asText();
            Optional<Rule> rule = ruleFor(function);
            if (rule.isEmpty()) {
                verdicts.skipped(name, "judged elsewhere or not a rule of this network version: " + function);
                continue;
            }
            CaseOutcome outcome = new CaseOutcome(name, verdicts);
            rule.get().judge(all.get(i), outcome);
            outcome.close();
        }
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
                Map.entry("filcns.Weight", ConsensusRules::weight),
                Map.entry("vm.ComputeGasOutputs", ConsensusRules::gas));
    }
}

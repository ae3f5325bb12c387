package io.cairn.devnet.conformance;

import static io.cairn.devnet.conformance.MoneyRules.integer;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.devnet.chain.BaseFee;
import io.cairn.devnet.chain.TipsetWeight;
import io.cairn.devnet.chain.WinCount;
import io.cairn.devnet.vm.GasSettlement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Cases of elections, weights, base fee and gas. */
final class ConsensusRules {

    private ConsensusRules() {
    }

    static void winCount(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        byte[] digest = HexFormat.of().parseHex(in.path("vrfHash").asText());
        outcome.expect("out", testCase.path("out"), WinCount.of(digest, integer(in.path("power")), integer(in.path("totalPower"))));
    }

    static void premiumAt(JsonNode testCase, CaseOutcome outcome) {
        List<BaseFee.Bid> bids = new ArrayList<>();
        testCase.path("in").path("messages").forEach(m -> bids.add(new BaseFee.Bid(integer(m.path("premium")), m.path("gasLimit").asLong())));
        outcome.expect("out", testCase.path("out"), BaseFee.premiumAt(bids, testCase.path("in").path("index").asLong()));
    }

    static void baseFee(JsonNode testCase, CaseOutcome outcome) {
        BigInteger baseFee = integer(testCase.path("in").path("baseFee"));
        Map<String, JsonNode> seen = new HashMap<>();
        List<BaseFee.Bid> bids = new ArrayList<>();
        for (JsonNode block : testCase.path("in").path("blocks")) {
            for (JsonNode message : block.path("messages")) {
                JsonNode earlier = seen.putIfAbsent(message.path("from").asText() + "/" + message.path("nonce").asText(), message);
                if (earlier != null && !earlier.equals(message)) {
                    outcome.skip("two messages share sender and nonce, and the case does not state the tipset's order of blocks");
                    return;
                }
                if (earlier == null) {
                    BigInteger premium = BaseFee.effectivePremium(integer(message.path("feeCap")), integer(message.path("premium")), baseFee);
                    bids.add(new BaseFee.Bid(premium, message.path("gasLimit").asLong()));
                }
            }
        }
        outcome.expect("fromPremiums", testCase.path("out").path("fromPremiums"), BaseFee.next(baseFee, bids));
    }

    static void weight(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        long wins = 0;
        for (JsonNode count : in.path("winCounts")) {
            wins += count.asLong();
        }
        outcome.expect("out", testCase.path("out"),
                TipsetWeight.of(integer(in.path("parentWeight")), integer(in.path("networkQAPower")), wins));
    }

    static void gas(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        JsonNode out = testCase.path("out");
        GasSettlement gas = GasSettlement.of(in.path("gasUsed").asLong(), in.path("gasLimit").asLong(), integer(in.path("baseFee")),
                integer(in.path("feeCap")), integer(in.path("premium")));
        outcome.expect("baseFeeBurn", out.path("baseFeeBurn"), gas.baseFeeBurn())
                .expect("overEstimationBurn", out.path("overEstimationBurn"), gas.overEstimationBurn())
                .expect("minerPenalty", out.path("minerPenalty"), gas.minerPenalty())
                .expect("minerTip", out.path("minerTip"), gas.minerTip())
                .expect("refund", out.path("refund"), gas.refund())
                .expect("gasRefund", out.path("gasRefund"), gas.gasRefund())
                .expect("gasBurned", out.path("gasBurned"), gas.gasBurned());
    }
}

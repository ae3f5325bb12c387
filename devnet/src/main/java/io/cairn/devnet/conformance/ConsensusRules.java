package io.cairn.devnet.conformance;

import static io.cairn.devnet.conformance.MoneyRules.integer;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.devnet.chain.BaseFee;
import io.cairn.devnet.chain.TipsetWeight;
import io.cairn.devnet.chain.WinCount;
import io.cairn.devnet.vm.GasSettlement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /** The case leaves the tipset's order of its blocks open: of messages with one sender and nonce, that of the first block counts. */
    static void baseFee(JsonNode testCase, CaseOutcome outcome) {
        BigInteger baseFee = integer(testCase.path("in").path("baseFee"));
        List<JsonNode> blocks = new ArrayList<>();
        testCase.path("in").path("blocks").forEach(blocks::add);
        String stated = testCase.path("out").path("fromPremiums").asText();
        Set<String> possible = new TreeSet<>();
        for (List<JsonNode> order : orders(blocks)) {
            possible.add(BaseFee.next(baseFee, bids(order, baseFee)).toString());
        }
        outcome.expectText("fromPremiums", stated, possible.contains(stated) ? stated : String.join(" or ", possible));
    }

    private static List<BaseFee.Bid> bids(List<JsonNode> blocks, BigInteger baseFee) {
        Set<String> seen = new HashSet<>();
        List<BaseFee.Bid> bids = new ArrayList<>();
        for (JsonNode block : blocks) {
            for (JsonNode message : block.path("messages")) {
                if (seen.add(message.path("from").asText() + "/" + message.path("nonce").asText())) {
                    BigInteger premium = BaseFee.effectivePremium(integer(message.path("feeCap")), integer(message.path("premium")), baseFee);
                    bids.add(new BaseFee.Bid(premium, message.path("gasLimit").asLong()));
                }
            }
        }
        return bids;
    }

    private static <T> List<List<T>> orders(List<T> elements) {
        if (elements.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : elements) {
            List<T> rest = new ArrayList<>(elements);
            rest.remove(first);
            for (List<T> order : orders(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
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

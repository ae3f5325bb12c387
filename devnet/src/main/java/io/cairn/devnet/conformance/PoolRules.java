package io.cairn.devnet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.devnet.vm.GasPrices;
import io.cairn.protocol.message.GasFees;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.Signature;
import io.cairn.protocol.signature.SignatureType;
import io.cairn.protocol.signature.Signatures;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Cases of fees, of what carrying a message costs, and of aggregated signatures. */
final class PoolRules {

    private PoolRules() {
    }

    static void messageGas(JsonNode testCase, CaseOutcome outcome) {
        int bytes = testCase.path("in").path("bytes").asInt();
        outcome.expect("message", testCase.path("out").path("message"), GasPrices.inclusion(bytes))
                .expect("return", testCase.path("out").path("return"), GasPrices.returned(bytes));
    }

    static void replacement(JsonNode testCase, CaseOutcome outcome) {
        TokenAmount premium = amount(testCase.path("in"));
        outcome.expect("min", testCase.path("out").path("min"), GasFees.leastReplacement(premium).atto())
                .expect("rbf125", testCase.path("out").path("rbf125"), GasFees.usualReplacement(premium).atto());
    }

    static void cap(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        TokenAmount most = amount(in.path("maxFee"));
        GasFees fees = new GasFees(amount(in.path("feeCap")), amount(in.path("premium"))).within(
                most.isPositive() ? most : amount(in.path("defaultMaxFee")), in.path("gasLimit").asLong(), in.path("maximizeFeeCap").asBoolean());
        outcome.expect("feeCap", testCase.path("out").path("feeCap"), fees.feeCap().atto())
                .expect("premium", testCase.path("out").path("premium"), fees.premium().atto());
    }

    static void aggregate(JsonNode testCase, CaseOutcome outcome) {
        List<Signature> signatures = new ArrayList<>();
        testCase.path("in").forEach(one -> signatures.add(Signature.of(SignatureType.BLS, HexFormat.of().parseHex(one.asText()))));
        Signature aggregate = Signatures.aggregate(signatures);
        outcome.expect("type", testCase.path("out").path("type"), aggregate.type().number())
                .expect("data", testCase.path("out").path("data"), HexFormat.of().formatHex(aggregate.data().toArray()));
    }

    private static TokenAmount amount(JsonNode atto) {
        return new TokenAmount(MoneyRules.integer(atto));
    }
}

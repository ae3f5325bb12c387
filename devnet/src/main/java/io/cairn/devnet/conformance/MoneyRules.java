package io.cairn.devnet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.devnet.economics.CumulativeRatio;
import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.economics.FilterEstimate;
import io.cairn.devnet.economics.FixedPoint;
import io.cairn.devnet.economics.Quality;
import java.math.BigInteger;

/** Cases of filters, fees, pledge and quality. */
final class MoneyRules {

    private MoneyRules() {
    }

    static BigInteger integer(JsonNode node) {
        return new BigInteger(node.asText());
    }

    static FilterEstimate filter(JsonNode node) {
        return new FilterEstimate(integer(node.path("position")), integer(node.path("velocity")));
    }

    static void nextEstimate(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        expectFilter(testCase.path("out"), filter(in).next(integer(in.path("observation")), in.path("delta").asLong()), outcome);
    }

    static void youngDevnet(JsonNode testCase, CaseOutcome outcome) {
        BigInteger gib = BigInteger.ONE.shiftLeft(30);
        FilterEstimate estimate = FilterEstimate.of(gib.multiply(BigInteger.valueOf(750_000)), gib.multiply(BigInteger.valueOf(3_840)));
        long epochs = testCase.path("in").path("epochs").asLong();
        for (long i = 0; i < epochs; i++) {
            estimate = estimate.next(BigInteger.valueOf(40_960), 1);
        }
        expectFilter(testCase.path("out"), estimate, outcome);
    }

    private static void expectFilter(JsonNode out, FilterEstimate computed, CaseOutcome outcome) {
        outcome.expect("position", out.path("position"), computed.position())
                .expect("velocity", out.path("velocity"), computed.velocity())
                .expect("estimate", out.path("estimate"), computed.estimate());
    }

    static void cumulativeRatio(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        outcome.expect("out", testCase.path("out"), CumulativeRatio.extrapolate(in.path("delta").asLong(),
                in.path("relativeStart").asLong(), filter(in.path("numerator")), filter(in.path("denominator"))));
    }

    static void ln(JsonNode testCase, CaseOutcome outcome) {
        outcome.expect("out", testCase.path("out"), FixedPoint.ln(integer(testCase.path("in"))));
    }

    static void expNeg(JsonNode testCase, CaseOutcome outcome) {
        outcome.expect("out", testCase.path("out"), FixedPoint.expNeg(integer(testCase.path("in"))));
    }

    static void pledge(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        JsonNode out = testCase.path("out");
        FilterEstimate reward = filter(in.path("reward"));
        FilterEstimate power = filter(in.path("power"));
        BigInteger qa = integer(in.path("qaPower"));
        outcome.expect("preCommitDeposit", out.path("preCommitDeposit"), Fees.preCommitDeposit(reward, power, qa))
                .expect("expectedReward20Days", out.path("expectedReward20Days"), Fees.expectedReward(reward, power, qa, 57_600))
                .expect("continuedFaultFee", out.path("continuedFaultFee"), Fees.continuedFault(reward, power, qa))
                .expect("initialPledge", out.path("initialPledge"), Fees.initialPledge(qa, integer(in.path("baselinePower")),
                        reward, power, integer(in.path("circulatingSupply")), in.path("epochsSinceRampStart").asLong(),
                        in.path("rampDuration").asLong()));
    }

    static void termination(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        outcome.expect("out", testCase.path("out"),
                Fees.termination(integer(in.path("initialPledge")), in.path("age").asLong(), integer(in.path("faultFee"))));
    }

    static void providerCollateral(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        outcome.expect("min", testCase.path("out").path("min"), Fees.providerCollateral(integer(in.path("pieceSize")),
                integer(in.path("networkRawPower")), integer(in.path("baselinePower")), integer(in.path("circulatingSupply"))));
    }

    static void consensusFault(JsonNode testCase, CaseOutcome outcome) {
        BigInteger reward = integer(testCase.path("in"));
        outcome.expect("reporter", testCase.path("out").path("reporter"), Fees.consensusReporter(reward))
                .expect("penalty", testCase.path("out").path("penalty"), Fees.consensusFault(reward));
    }

    static void quality(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        JsonNode out = testCase.path("out");
        long size = in.path("sectorSize").asLong();
        long duration = in.path("duration").asLong();
        BigInteger weight = integer(in.path("verifiedWeight"));
        outcome.expect("quality", out.path("quality"), Quality.of(size, duration, weight))
                .expect("qaPower", out.path("qaPower"), Quality.power(size, duration, weight))
                .expect("qaPowerMax", out.path("qaPowerMax"), Quality.greatestPower(size));
    }

    static void dailyFee(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        outcome.expect("out", testCase.path("out"), Fees.daily(integer(in.path("circulatingSupply")), integer(in.path("qaPower"))));
    }
}

package io.cairn.devnet.conformance;

import static io.cairn.devnet.conformance.MoneyRules.integer;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.devnet.actor.reward.RewardState;
import io.cairn.devnet.economics.RewardCurve;
import java.math.BigInteger;

/** Cases of the reward actor. */
final class RewardRules {

    private RewardRules() {
    }

    static void construct(JsonNode testCase, CaseOutcome outcome) {
        expectState(testCase.path("out"), RewardState.construct(integer(testCase.path("in"))), outcome);
    }

    static void baseline(JsonNode testCase, CaseOutcome outcome) {
        outcome.expect("out", testCase.path("out"), RewardCurve.nextBaseline(integer(testCase.path("in"))));
    }

    static void theta(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        outcome.expect("out", testCase.path("out"), RewardCurve.theta(in.path("effectiveNetworkTime").asLong(),
                integer(in.path("baselinePower")), integer(in.path("cumsumRealized")), integer(in.path("cumsumBaseline"))));
    }

    static void sequence(JsonNode testCase, CaseOutcome outcome) {
        RewardState state = RewardState.construct(BigInteger.ZERO);
        for (JsonNode step : testCase.path("steps")) {
            state = state.updated(integer(step.path("power")), step.path("atEpoch").asLong());
            outcome.expect("stateEpoch", step.path("stateEpoch"), state.epoch());
            expectState(step, state, outcome);
        }
    }

    private static void expectState(JsonNode stated, RewardState state, CaseOutcome outcome) {
        outcome.expect("effectiveNetworkTime", stated.path("effectiveNetworkTime"), state.effectiveTime())
                .expect("cumsumRealized", stated.path("cumsumRealized"), state.realizedSum())
                .expect("cumsumBaseline", stated.path("cumsumBaseline"), state.baselineSum())
                .expect("effectiveBaselinePower", stated.path("effectiveBaselinePower"), state.effectiveBaseline())
                .expect("thisEpochBaselinePower", stated.path("thisEpochBaselinePower"), state.epochBaseline())
                .expect("thisEpochReward", stated.path("thisEpochReward"), state.epochReward())
                .expect("smoothedPosition", stated.path("smoothedPosition"), state.smoothedReward().position())
                .expect("smoothedVelocity", stated.path("smoothedVelocity"), state.smoothedReward().velocity());
    }
}

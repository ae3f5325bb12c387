package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.api.ActorInfo;
import io.cairn.protocol.api.CirculatingSupply;
import io.cairn.protocol.api.DealCollateralBounds;
import io.cairn.protocol.api.SectorOnChainInfo;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.deadline.ProvingSchedule;
import java.lang.reflect.Type;
import java.math.BigInteger;

/**
 * Judges recorded states of a chain height by height: answers are read and written again, and what follows from the states (the current
 * deadline, the supply, what a miner may withdraw) is computed from them.
 */
public final class ActorStatesJudge implements Judge {

    private final ApiForms forms = new ApiForms();

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.isArray() && file.path(0).has("height") && file.path(0).path("t02").has("State");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        file.forEach(height -> CaseCheck.judge(verdicts, "height " + height.path("height").asText(), check -> height(check, height)));
    }

    private void height(CaseCheck check, JsonNode height) {
        JsonNode miner = height.path("t01000").path("State");
        supply(check, height);
        check.same("available", height.path("available").asText(), amount(height, "minerBalance").subtract(amount(miner, "LockedFunds"))
                .subtract(amount(miner, "PreCommitDeposits")).subtract(amount(miner, "InitialPledge")).subtract(amount(miner, "FeeDebt")));
        deadline(check, height, miner);
        written(check, "supply", CirculatingSupply.class, height.path("supply"));
        written(check, "t0100", ActorInfo.class, height.path("t0100"));
        written(check, "StateDealProviderCollateralBounds", DealCollateralBounds.class, height.path("StateDealProviderCollateralBounds"));
        height.path("sectors").forEach(sector ->
                written(check, "sector " + sector.path("SectorNumber"), SectorOnChainInfo.class, sector));
    }

    private static void supply(CaseCheck check, JsonNode height) {
        JsonNode supply = height.path("supply");
        check.same("supply FilMined", supply.path("FilMined").asText(),
                height.path("t02").path("State").path("TotalStoragePowerReward").asText());
        check.same("supply FilBurnt", supply.path("FilBurnt").asText(), height.path("burnt").asText());
        check.same("supply FilCirculating", supply.path("FilCirculating").asText(), amount(supply, "FilVested").add(amount(supply, "FilMined"))
                .add(amount(supply, "FilReserveDisbursed")).subtract(amount(supply, "FilBurnt")).subtract(amount(supply, "FilLocked")));
    }

    private static void deadline(CaseCheck check, JsonNode height, JsonNode miner) {
        JsonNode stated = height.path("deadline");
        DeadlineInfo deadline = ProvingSchedule.NETWORK.deadline(miner.path("ProvingPeriodStart").asLong(),
                miner.path("CurrentDeadline").asLong(), height.path("height").asLong()).nextNotElapsed();
        check.same("deadline Index", stated.path("Index").asText(), deadline.index());
        check.same("deadline PeriodStart", stated.path("PeriodStart").asText(), deadline.periodStart());
        check.same("deadline Open", stated.path("Open").asText(), deadline.open());
        check.same("deadline Close", stated.path("Close").asText(), deadline.close());
        check.same("deadline Challenge", stated.path("Challenge").asText(), deadline.challenge());
        check.same("deadline FaultCutoff", stated.path("FaultCutoff").asText(), deadline.faultCutoff());
    }

    private void written(CaseCheck check, String field, Type type, JsonNode stated) {
        forms.roundTrip(type, stated).ifPresent(difference -> check.same(field + " " + difference.path(), difference.expected(), difference.actual()));
    }

    private static BigInteger amount(JsonNode object, String member) {
        return new BigInteger(object.path(member).asText());
    }
}

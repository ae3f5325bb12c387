package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.api.ActorInfo;
import io.cairn.protocol.api.ActorState;
import io.cairn.protocol.api.BlockMessages;
import io.cairn.protocol.api.BlockTemplate;
import io.cairn.protocol.api.ChainMessage;
import io.cairn.protocol.api.CirculatingSupply;
import io.cairn.protocol.api.Deadline;
import io.cairn.protocol.api.DealCollateralBounds;
import io.cairn.protocol.api.HeadChange;
import io.cairn.protocol.api.InvocResult;
import io.cairn.protocol.api.KeyInfo;
import io.cairn.protocol.api.MarketBalance;
import io.cairn.protocol.api.MarketDeal;
import io.cairn.protocol.api.MessageMatch;
import io.cairn.protocol.api.MessageSendSpec;
import io.cairn.protocol.api.MinerInfo;
import io.cairn.protocol.api.MinerPower;
import io.cairn.protocol.api.MinerSectorCount;
import io.cairn.protocol.api.MiningBaseInfo;
import io.cairn.protocol.api.MpoolUpdate;
import io.cairn.protocol.api.MsgLookup;
import io.cairn.protocol.api.NetworkParams;
import io.cairn.protocol.api.NodeStatus;
import io.cairn.protocol.api.NodeVersion;
import io.cairn.protocol.api.Partition;
import io.cairn.protocol.api.SectorOnChainInfo;
import io.cairn.protocol.api.SectorPreCommitOnChainInfo;
import io.cairn.protocol.api.SyncState;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.rpc.ApiMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges the examples of the full-node API: parameters and results of every method, and single values, read into the
 * API's types and written again.
 */
public final class ApiExamplesJudge implements Judge {

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("types.Message", Message.class),
            Map.entry("types.SignedMessage", SignedMessage.class),
            Map.entry("types.TipSet", Tipset.class),
            Map.entry("types.BlockHeader", BlockHeader.class),
            Map.entry("types.BlockMsg", BlockMessage.class),
            Map.entry("types.MessageReceipt", MessageReceipt.class),
            Map.entry("types.KeyInfo", KeyInfo.class),
            Map.entry("types.ActorV5", ActorInfo.class),
            Map.entry("api.ActorState", ActorState.class),
            Map.entry("api.APIVersion", NodeVersion.class),
            Map.entry("api.BlockMessages", BlockMessages.class),
            Map.entry("api.BlockTemplate", BlockTemplate.class),
            Map.entry("api.CirculatingSupply", CirculatingSupply.class),
            Map.entry("api.Deadline", Deadline.class),
            Map.entry("api.DealCollateralBounds", DealCollateralBounds.class),
            Map.entry("api.HeadChange", HeadChange.class),
            Map.entry("api.InvocResult", InvocResult.class),
            Map.entry("api.MarketBalance", MarketBalance.class),
            Map.entry("api.MarketDeal", MarketDeal.class),
            Map.entry("api.MarketDealState", MarketDeal.State.class),
            Map.entry("api.Message", ChainMessage.class),
            Map.entry("api.MessageMatch", MessageMatch.class),
            Map.entry("api.MessageSendSpec", MessageSendSpec.class),
            Map.entry("api.MinerInfo", MinerInfo.class),
            Map.entry("api.MinerPower", MinerPower.class),
            Map.entry("api.MinerSectors", MinerSectorCount.class),
            Map.entry("api.MiningBaseInfo", MiningBaseInfo.class),
            Map.entry("api.MpoolUpdate", MpoolUpdate.class),
            Map.entry("api.MsgLookup", MsgLookup.class),
            Map.entry("api.NetworkParams", NetworkParams.class),
            Map.entry("api.NodeStatus", NodeStatus.class),
            Map.entry("api.Partition", Partition.class),
            Map.entry("api.SyncState", SyncState.class),
            Map.entry("dline.Info", DeadlineInfo.class),
            Map.entry("miner.SectorOnChainInfo", SectorOnChainInfo.class),
            Map.entry("miner.SectorPreCommitOnChainInfo", SectorPreCommitOnChainInfo.class));

    private final ApiForms forms = new ApiForms();

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.path("methods").path(0).has("perm") && file.path("types").path(0).has("json");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        file.path("methods").forEach(entry -> method(entry, verdicts));
        Map<String, Integer> counts = new HashMap<>();
        file.path("types").forEach(entry -> {
            String type = entry.path("type").asText();
            type(type + " " + counts.merge(type, 1, Integer::sum), type, entry.path("json"), verdicts);
        });
    }

    private void method(JsonNode entry, Verdicts verdicts) {
        String name = entry.path("method").asText();
        Optional<ApiMethod> method = forms.method(name);
        if (method.isEmpty()) {
            verdicts.skipped(name, "not a method of this API");
            return;
        }
        if (isBeyondMeaning(entry.path("result")) || isBeyondMeaning(entry.path("resultMinimal"))) {
            verdicts.skipped(name, "a random value that no node sends");
            return;
        }
        Optional<JsonDifference> difference = method.get().isSubscription() ? Optional.empty()
                : parameters(method.get(), entry).or(() -> results(method.get(), entry));
        difference.ifPresentOrElse(
                found -> verdicts.differs(name, found.path(), found.expected(), found.actual()),
                () -> verdicts.passed(name));
    }

    private Optional<JsonDifference> parameters(ApiMethod method, JsonNode entry) {
        return first(List.of("params", "paramsFilled"), entry, params -> forms.ofParameters(method, params));
    }

    private Optional<JsonDifference> results(ApiMethod method, JsonNode entry) {
        return first(List.of("resultMinimal", "result"), entry, result -> forms.ofValue(method, result));
    }

    private static Optional<JsonDifference> first(List<String> members, JsonNode entry,
                                                  Function<JsonNode, Optional<JsonDifference>> judged) {
        return members.stream().filter(entry::has).map(entry::get).map(judged).flatMap(Optional::stream).findFirst();
    }

    private void type(String name, String goType, JsonNode json, Verdicts verdicts) {
        Class<?> type = TYPES.get(goType);
        if (type == null) {
            verdicts.skipped(name, "a type that this API leaves in JSON");
            return;
        }
        if (isBeyondMeaning(json)) {
            verdicts.skipped(name, "a random value that no node sends");
            return;
        }
        forms.roundTrip(type, json).ifPresentOrElse(
                found -> verdicts.differs(name, found.path(), found.expected(), found.actual()),
                () -> verdicts.passed(name));
    }

    /** Pool updates of unknown kind, periods not made of their windows, lists of messages with a null among them. */
    private static boolean isBeyondMeaning(JsonNode json) {
        boolean nullMessage = false;
        for (String list : List.of("BlsMessages", "SecpkMessages", "Cids")) {
            for (JsonNode message : json.path(list)) {
                nullMessage |= message.isNull();
            }
        }
        long period = json.path("WPoStPeriodDeadlines").asLong() * json.path("WPoStChallengeWindow").asLong();
        boolean brokenPeriod = json.has("WPoStProvingPeriod")
                && (period == 0 || json.path("WPoStProvingPeriod").asLong() != period);
        return nullMessage || brokenPeriod || json.path("Type").isNumber() && json.has("Message") && json.path("Type").asInt() > 1;
    }
}

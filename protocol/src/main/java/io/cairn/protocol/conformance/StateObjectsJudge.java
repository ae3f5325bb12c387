package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.actor.cron.CronState;
import io.cairn.protocol.actor.init.InitState;
import io.cairn.protocol.actor.market.MarketState;
import io.cairn.protocol.actor.miner.Deadline;
import io.cairn.protocol.actor.miner.Deadlines;
import io.cairn.protocol.actor.miner.MinerState;
import io.cairn.protocol.actor.miner.SectorOnChainInfo;
import io.cairn.protocol.actor.power.PowerState;
import io.cairn.protocol.actor.reward.RewardState;
import io.cairn.protocol.actor.system.SystemState;
import io.cairn.protocol.actor.verifreg.VerifiedRegistryState;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.AddressNetwork;
import io.cairn.protocol.block.MessageMeta;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.RawCbor;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.HamtKey;
import io.cairn.protocol.state.Actor;
import java.util.Map;
import java.util.Optional;

/** Judges the objects of state trees as actors construct them, the actors' entries, message metas and the keys of maps. */
public final class StateObjectsJudge implements Judge {

    private static final Map<String, CborReader.Decoder<? extends CborEncodable>> STATES = Map.ofEntries(
        Map.entry("init", InitState::readFrom), Map.entry("power", PowerState::readFrom), Map.entry("market", MarketState::readFrom),
        Map.entry("reward", RewardState::readFrom), Map.entry("verifreg", VerifiedRegistryState::readFrom),
        Map.entry("cron", CronState::readFrom), Map.entry("system", SystemState::readFrom), Map.entry("miner", MinerState::readFrom),
        Map.entry("the", MinerState::readFrom), Map.entry("empty deadline", Deadline::readFrom),
        Map.entry("empty deadlines", Deadlines::readFrom));

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("stateTrees") && file.has("hamts");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        ScalarsJudge.each(file, "hamts", verdicts, StateObjectsJudge::keys);
        ScalarsJudge.each(file, "states", verdicts, StateObjectsJudge::state);
        ScalarsJudge.each(file, "stateTrees", verdicts, StateObjectsJudge::actors);
        ScalarsJudge.each(file, "messageLists", verdicts, (check, known) ->
            check.sameAs(known, "messages", new MessageMeta(cid(known, "blsRoot"), cid(known, "secpRoot")).cid()));
    }

    private static Cid cid(JsonNode known, String member) {
        return Cid.parse(known.get(member).asText());
    }

    private static void keys(CaseCheck check, JsonNode known) {
        for (JsonNode entry : known.get("entries")) {
            String text = entry.get(0).asText();
            ByteString key = switch (known.get("keys").asText()) {
                case "uint" -> HamtKey.ofUnsigned(Long.parseUnsignedLong(text));
                case "int" -> HamtKey.ofSigned(Long.parseLong(text));
                case "cid" -> HamtKey.of(Cid.parse(text));
                case "address" -> HamtKey.of(Address.parse(text));
                case "idaddress" -> HamtKey.ofUnsigned(Address.parse(text).id());
                default -> throw new IllegalArgumentException("keys of kind " + known.get("keys"));
            };
            check.same("key " + text, entry.get(1).asText(), key);
        }
    }

    private static void state(CaseCheck check, JsonNode known) {
        String name = known.get("state").asText();
        CborReader.Decoder<? extends CborEncodable> decoder = Optional.<CborReader.Decoder<? extends CborEncodable>>ofNullable(STATES.get(name))
            .or(() -> Optional.ofNullable(STATES.get(name.split("[ ,]")[0])))
            .orElse(RawCbor::readFrom);
        CborEncodable value = CborReader.readAll(ScalarsJudge.hex(known, "cbor"), decoder::readFrom);
        check.sameAs(known, "cbor", ScalarsJudge.hex(value));
        check.sameAs(known, "cid", Cid.ofDagCbor(value.toCbor()));
        for (JsonNode sector : known.path("sectors")) {
            SectorOnChainInfo info = CborReader.readAll(ScalarsJudge.hex(sector, "cbor"), SectorOnChainInfo::readFrom);
            check.sameAs(sector, "number", info.sectorNumber());
            check.sameAs(sector, "cbor", ScalarsJudge.hex(info));
        }
    }

    private static void actors(CaseCheck check, JsonNode known) {
        for (JsonNode entry : known.get("actors")) {
            Actor actor = CborReader.readAll(ScalarsJudge.hex(entry, "cbor"), Actor::readFrom);
            check.sameAs(entry, "cbor", ScalarsJudge.hex(actor));
            new LotusForm(check, AddressNetwork.MAINNET).same(entry.get("id").asText(), entry.get("actor"), actor);
        }
    }
}

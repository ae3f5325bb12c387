package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.actor.cron.CronState;
import io.cairn.protocol.actor.init.InitState;
import io.cairn.protocol.actor.market.MarketState;
import io.cairn.protocol.actor.miner.Deadline;
import io.cairn.protocol.actor.miner.Deadlines;
import io.cairn.protocol.actor.miner.MinerInfo;
import io.cairn.protocol.actor.miner.MinerState;
import io.cairn.protocol.actor.miner.Partition;
import io.cairn.protocol.actor.miner.SectorOnChainInfo;
import io.cairn.protocol.actor.power.Claim;
import io.cairn.protocol.actor.power.PowerState;
import io.cairn.protocol.actor.reward.RewardState;
import io.cairn.protocol.actor.system.SystemState;
import io.cairn.protocol.actor.verifreg.VerifiedRegistryState;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.Amt;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.protocol.ipld.Hamt;
import io.cairn.protocol.ipld.MissingBlockException;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.state.Actor;
import io.cairn.protocol.state.StateRoot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads recorded state trees down to the partitions of the miners, and expects to write the same objects again. */
public final class StateDagJudge implements Judge {

    private static final int MAP_WIDTH = 5;
    private static final int SECTORS_WIDTH = 5;
    private static final int PARTITIONS_WIDTH = 3;
    private static final long FIRST_MINER = 1000;

    private static final Map<Long, CborReader.Decoder<? extends CborEncodable>> SINGLETONS = Map.of(
        0L, SystemState::readFrom, 1L, InitState::readFrom, 2L, RewardState::readFrom, 3L, CronState::readFrom,
        5L, MarketState::readFrom, 6L, VerifiedRegistryState::readFrom);

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("roots") && file.has("objects");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        Recording recording = new Recording(file.get("objects"));
        for (JsonNode root : file.get("roots")) {
            String name = "height " + root.get("height").asText();
            CaseCheck.judge(verdicts, name + " state", check ->
                new Walk(check, recording).stateTree(Cid.parse(root.get("ParentStateRoot").asText())));
            CaseCheck.judge(verdicts, name + " receipts", check ->
                new Walk(check, recording).receipts(Cid.parse(root.get("ParentMessageReceipts").asText())));
        }
    }

    /** The recorded objects, and those written while judging. */
    private static final class Recording implements BlockStore {

        private final Map<Cid, byte[]> objects = new HashMap<>();

        Recording(JsonNode recorded) {
            recorded.properties().stream().filter(object -> object.getValue().isTextual()).forEach(object ->
                objects.put(Cid.parse(object.getKey()), ByteString.ofBase64(object.getValue().asText()).toArray()));
        }

        @Override
        public byte[] get(Cid cid) {
            byte[] object = objects.get(cid);
            if (object == null) {
                throw new MissingBlockException(cid);
            }
            return object.clone();
        }

        @Override
        public Cid put(byte[] dagCbor) {
            Cid cid = Cid.ofDagCbor(dagCbor);
            objects.putIfAbsent(cid, dagCbor.clone());
            return cid;
        }
    }

    /** One way down from a root. */
    private record Walk(CaseCheck check, Recording recording) {

        void stateTree(Cid root) {
            StateRoot state = object("root", root, StateRoot::readFrom);
            map("actors", state.actors(), Actor::readFrom).forEach((key, actor) -> {
                Address address = Address.ofBytes(key.toArray());
                if (address.id() == 4) {
                    PowerState power = object("power", actor.head(), PowerState::readFrom);
                    map("claims", power.claims(), Claim::readFrom);
                } else if (SINGLETONS.containsKey(address.id())) {
                    object("actor " + address, actor.head(), SINGLETONS.get(address.id()));
                } else if (address.id() == FIRST_MINER) {
                    miner(actor.head());
                }
            });
        }

        private void miner(Cid head) {
            MinerState miner = object("miner", head, MinerState::readFrom);
            object("info", miner.info(), MinerInfo::readFrom);
            object("allocated sectors", miner.allocatedSectors(), BitField::readFrom);
            array("sectors", miner.sectors(), SECTORS_WIDTH, SectorOnChainInfo::readFrom);
            for (Cid due : object("deadlines", miner.deadlines(), Deadlines::readFrom).due()) {
                Deadline deadline = object("deadline", due, Deadline::readFrom);
                array("partitions", deadline.partitions(), PARTITIONS_WIDTH, Partition::readFrom);
                array("partitions' snapshot", deadline.partitionsSnapshot(), PARTITIONS_WIDTH, Partition::readFrom);
            }
        }

        void receipts(Cid root) {
            List<MessageReceipt> receipts = Amt.loadHeaderList(recording, root, MessageReceipt::readFrom);
            check.same("receipts", root, Amt.saveHeaderList(recording, receipts, (writer, receipt) -> receipt.writeTo(writer)));
        }

        private <T extends CborEncodable> T object(String field, Cid cid, CborReader.Decoder<T> decoder) {
            T value = CborReader.readAll(recording.get(cid), decoder);
            check.same(field, cid, Cid.ofDagCbor(value.toCbor()));
            return value;
        }

        private <T extends CborEncodable> TreeMap<ByteString, T> map(String field, Cid root, CborReader.Decoder<T> decoder) {
            TreeMap<ByteString, T> entries = Hamt.load(recording, root, MAP_WIDTH, decoder);
            check.same(field, root, Hamt.save(recording, MAP_WIDTH, entries, (writer, value) -> value.writeTo(writer)));
            return entries;
        }

        private <T extends CborEncodable> void array(String field, Cid root, int bitWidth, CborReader.Decoder<T> decoder) {
            TreeMap<Long, T> entries = Amt.load(recording, root, bitWidth, decoder);
            check.same(field, root, Amt.save(recording, bitWidth, entries, (writer, value) -> value.writeTo(writer)));
        }
    }
}

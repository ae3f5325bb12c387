package io.cairn.node.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.actors.sender.AddressPolicy;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.ActorInfo;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.MarketBalance;
import io.cairn.protocol.api.MinerInfo;
import io.cairn.protocol.block.TipsetKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys that the provider works with and what they hold (lotus: cli/miner/actor.go, control list). */
final class WalletReport {

    private final Sources sources;

    WalletReport(Sources sources) {
        this.sources = sources;
    }

    ArrayNode make() {
        MinerInfo miner = Answers.of(sources.node().stateMinerInfo(sources.miner(), TipsetKey.EMPTY));
        Map<Address, String> names = new LinkedHashMap<>();
        names.merge(miner.owner(), "owner", WalletReport::both);
        names.merge(miner.worker(), "worker", WalletReport::both);
        for (int i = 0; i < miner.controlAddresses().size(); i++) {
            names.merge(miner.controlAddresses().get(i), "control-" + i, WalletReport::both);
        }
        names.merge(miner.beneficiary(), "beneficiary", WalletReport::both);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        names.forEach((id, name) -> all.add(key(id, name, uses(miner, id))));
        return all;
    }

    private static String both(String first, String second) {
        return first + ", " + second;
    }

    /** What an address is tried first for, in Lotus' words. */
    private List<String> uses(MinerInfo miner, Address id) {
        List<String> uses = new ArrayList<>();
        AddressPolicy policy = sources.addresses();
        boolean isControl = miner.controlAddresses().contains(id) && !id.equals(miner.owner()) && !id.equals(miner.worker());
        if (isControl && Stream.of(policy.preCommit(), policy.commit(), policy.dealPublish()).noneMatch(named -> names(named, id))) {
            uses.add("post");
        }
        if (names(policy.preCommit(), id)) {
            uses.add("precommit");
        }
        if (names(policy.commit(), id)) {
            uses.add("commit");
        }
        if (names(policy.dealPublish(), id)) {
            uses.add("deals");
        }
        if (id.equals(miner.worker())) {
            uses.add("other");
        }
        return uses;
    }

    private boolean names(List<String> named, Address id) {
        return named.stream().map(Address::parse).anyMatch(address -> address.equals(id)
                || Answers.of(sources.node().stateAccountKey(id, TipsetKey.EMPTY)).equals(address));
    }

    private ObjectNode key(Address id, String name, List<String> uses) {
        FullNode node = sources.node();
        ActorInfo actor = Answers.of(node.stateGetActor(id, TipsetKey.EMPTY));
        Address key = Answers.of(node.stateAccountKey(id, TipsetKey.EMPTY));
        MarketBalance market = Answers.of(node.stateMarketBalance(id, TipsetKey.EMPTY));
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("name", name).put("id", id.toString()).put("address", key.toString())
                .put("balance", actor.balance().atto().toString()).put("nonce", actor.nonce())
                .put("marketEscrow", market.escrow().atto().toString()).put("marketLocked", market.locked().atto().toString());
        ArrayNode use = shown.putArray("use");
        uses.forEach(use::add);
        return shown;
    }
}

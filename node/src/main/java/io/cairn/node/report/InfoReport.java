package io.cairn.node.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.actors.view.SectorView;
import io.cairn.protocol.actor.miner.MinerState;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.ActorInfo;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.MarketBalance;
import io.cairn.protocol.api.MinerInfo;
import io.cairn.protocol.api.MinerPower;
import io.cairn.protocol.api.NetworkParams;
import io.cairn.protocol.api.Partition;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.money.TokenAmount;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What an operator sees first: chain, power, money, sectors (lotus: cli/miner/info.go). */
final class InfoReport {

    private static final double LEADERS_PER_EPOCH = 5;
    private static final double SECONDS_PER_WEEK = 7 * 86_400;
    private static final double NEARLY_SURE = 0.001;

    private final Sources sources;
    private final FullNode node;
    private final ObjectNode info = JsonNodeFactory.instance.objectNode();

    InfoReport(Sources sources) {
        this.sources = sources;
        this.node = sources.node();
    }

    ObjectNode make() {
        Address miner = sources.miner();
        CompletableFuture<Tipset> head = node.chainHead();
        CompletableFuture<NetworkParams> network = node.stateGetNetworkParams();
        CompletableFuture<MinerInfo> identity = node.stateMinerInfo(miner, TipsetKey.EMPTY);
        CompletableFuture<DeadlineInfo> deadline = node.stateMinerProvingDeadline(miner, TipsetKey.EMPTY);
        CompletableFuture<MinerPower> power = node.stateMinerPower(miner, TipsetKey.EMPTY);
        List<SectorView> sectors = Answers.of(sources.provider().sectors());
        identity(Answers.of(identity));
        chain(Answers.of(head), Answers.of(network));
        power(Answers.of(power), Answers.of(network).blockDelaySecs());
        sectorsOnChain(Answers.of(identity).sectorSize());
        balances(Answers.of(identity));
        deadline(Answers.of(deadline));
        states(sectors);
        return info;
    }

    private void identity(MinerInfo identity) {
        info.put("miner", sources.miner().toString()).put("network", sources.network());
        info.put("sectorSize", identity.sectorSize());
        info.put("owner", identity.owner().toString()).put("worker", identity.worker().toString());
        ArrayNode control = info.putArray("control");
        identity.controlAddresses().forEach(address -> control.add(address.toString()));
        info.put("beneficiary", identity.beneficiary().toString());
        info.put("startedAt", sources.startedAt().toString());
        info.put("uptimeSeconds", Duration.between(sources.startedAt(), Instant.now()).toSeconds());
    }

    private void chain(Tipset head, NetworkParams network) {
        info.put("height", head.height());
        info.put("headTime", Instant.ofEpochSecond(head.blocks().getFirst().timestamp()).toString());
        info.put("blockDelaySeconds", network.blockDelaySecs());
        info.put("baseFee", head.blocks().getFirst().parentBaseFee().atto().toString());
    }

    private void power(MinerPower power, long blockDelay) {
        info.put("rawBytePower", power.minerPower().rawBytePower().toString());
        info.put("networkRawBytePower", power.totalPower().rawBytePower().toString());
        info.put("qualityPower", power.minerPower().qualityAdjPower().toString());
        info.put("networkQualityPower", power.totalPower().qualityAdjPower().toString());
        info.put("hasMinPower", power.hasMinPower());
        double total = power.totalPower().qualityAdjPower().doubleValue();
        double share = total == 0 || !power.hasMinPower() ? 0 : power.minerPower().qualityAdjPower().doubleValue() / total;
        double chance = 1 - Math.exp(-LEADERS_PER_EPOCH * share);
        info.put("winsPerWeek", SECONDS_PER_WEEK / blockDelay * chance);
        if (chance > 0) {
            info.put("winEverySeconds", blockDelay / chance);
            info.put("winNearlySureSeconds", blockDelay * Math.log(NEARLY_SURE) / Math.log(1 - chance));
        } else {
            info.putNull("winEverySeconds").putNull("winNearlySureSeconds");
        }
    }

    private void sectorsOnChain(long sectorSize) {
        long live = 0;
        long active = 0;
        long faulty = 0;
        long recovering = 0;
        for (DeadlinePartitions deadline : DeadlinePartitions.all(sources)) {
            for (Partition partition : deadline.partitions()) {
                live += partition.liveSectors().count();
                active += partition.activeSectors().count();
                faulty += partition.faultySectors().count();
                recovering += partition.recoveringSectors().count();
            }
        }
        info.put("liveSectors", live).put("activeSectors", active).put("faultySectors", faulty).put("recoveringSectors", recovering);
        info.put("committedBytes", live * sectorSize).put("provingBytes", (active + faulty) * sectorSize);
        info.put("faultyBytes", faulty * sectorSize);
    }

    private void balances(MinerInfo identity) {
        ActorInfo actor = Answers.of(node.stateGetActor(sources.miner(), TipsetKey.EMPTY));
        MinerState state = CborReader.readAll(Answers.of(node.chainReadObj(actor.head())).toArray(), MinerState::readFrom);
        TokenAmount available = Answers.of(node.stateMinerAvailableBalance(sources.miner(), TipsetKey.EMPTY));
        info.putObject("balance").put("total", atto(actor.balance())).put("preCommit", atto(state.preCommitDeposits()))
                .put("pledge", atto(state.initialPledge())).put("vesting", atto(state.lockedFunds()))
                .put("feeDebt", atto(state.feeDebt())).put("available", atto(available));
        MarketBalance market = Answers.of(node.stateMarketBalance(sources.miner(), TipsetKey.EMPTY));
        TokenAmount free = market.escrow().minus(market.locked());
        info.putObject("market").put("escrow", atto(market.escrow())).put("locked", atto(market.locked())).put("available", atto(free));
        TokenAmount worker = Answers.of(node.walletBalance(identity.worker()));
        TokenAmount control = new LinkedHashSet<>(identity.controlAddresses()).stream()
                .map(address -> Answers.of(node.walletBalance(address)))
                .reduce(TokenAmount.ZERO, TokenAmount::plus);
        info.put("workerBalance", atto(worker)).put("controlBalance", atto(control));
        info.put("spendable", atto(available.max(TokenAmount.ZERO).plus(free).plus(worker).plus(control)));
    }

    private void deadline(DeadlineInfo now) {
        info.put("deadline", now.index()).put("deadlineOpen", now.open()).put("deadlineClose", now.close());
    }

    private void states(List<SectorView> sectors) {
        Map<String, Long> counts = sectors.stream().collect(
                Collectors.groupingBy(view -> SectorStates.of(view.state()), TreeMap::new, Collectors.counting()));
        ObjectNode states = info.putObject("sectors");
        counts.forEach(states::put);
    }

    private static String atto(TokenAmount amount) {
        return amount.atto().toString();
    }
}

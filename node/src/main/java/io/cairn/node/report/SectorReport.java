package io.cairn.node.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.actors.view.SectorView;
import io.cairn.node.view.NoSuchViewException;
import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.Moment;
import io.cairn.persistence.sector.Replica;
import io.cairn.persistence.sector.SectorState;
import io.cairn.protocol.api.Partition;
import io.cairn.protocol.api.SectorOnChainInfo;
import io.cairn.protocol.block.TipsetKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The sectors: what we know of them from their journals and what the chain holds (lotus: cli/spcli/sectors.go). */
final class SectorReport {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Sources sources;

    SectorReport(Sources sources) {
        this.sources = sources;
    }

    /** All sectors that have not ended. */
    ArrayNode list() {
        List<SectorView> known = Answers.of(sources.provider().sectors());
        List<SectorOnChainInfo> onChain =
                Answers.of(sources.node().stateMinerSectors(sources.miner(), Optional.empty(), TipsetKey.EMPTY));
        List<DeadlinePartitions> deadlines = DeadlinePartitions.all(sources);
        long blockDelay = Answers.of(sources.node().stateGetNetworkParams()).blockDelaySecs();
        long height = Answers.of(sources.node().chainHead()).height();
        ArrayNode all = JSON.arrayNode();
        known.forEach(view -> all.add(row(view,
                onChain.stream().filter(info -> info.sectorNumber() == view.number()).findFirst(), deadlines)
                .put("epoch", height).put("blockDelaySeconds", blockDelay)));
        return all;
    }

    /** One sector with everything that is known of it, ended or not. */
    ObjectNode one(long number) {
        SectorView view = Answers.of(sources.provider().sector(number));
        if (view.state().created().isEmpty()) {
            throw new NoSuchViewException("there is no sector " + number);
        }
        Optional<SectorOnChainInfo> info =
                Answers.of(sources.node().stateSectorGetInfo(sources.miner(), number, TipsetKey.EMPTY));
        ObjectNode sector = row(view, info, DeadlinePartitions.all(sources));
        sector.put("epoch", Answers.of(sources.node().chainHead()).height());
        sector.put("blockDelaySeconds", Answers.of(sources.node().stateGetNetworkParams()).blockDelaySecs());
        making(sector, view.state());
        chain(sector, info);
        ArrayNode history = sector.putArray("history");
        view.state().history().forEach(moment -> history.addObject()
                .put("at", Instant.ofEpochMilli(moment.at()).toString()).put("what", moment.what()).put("note", moment.note()));
        return sector;
    }

    private static ObjectNode row(SectorView view, Optional<SectorOnChainInfo> info, List<DeadlinePartitions> deadlines) {
        SectorState state = view.state();
        ObjectNode row = JSON.objectNode().put("sector", view.number()).put("state", SectorStates.of(state))
                .put("kind", state.created().map(created -> created.kind().name()).orElse(null))
                .put("onChain", info.isPresent());
        place(row, view.number(), deadlines);
        row.put("expiration", info.map(SectorOnChainInfo::expiration).orElse(null));
        row.put("pledge", info.map(chain -> chain.initialPledge().atto().toString()).orElse(null));
        row.put("deals", state.pieces().stream().filter(piece -> !piece.deal().isEmpty()).count());
        row.put("events", state.history().size());
        row.put("sealSeconds", sealSeconds(state));
        row.put("stage", state.work().stage() == null ? null : state.work().stage().name());
        row.put("waitsForOperator", state.troubles().hold().isPresent());
        row.put("lastTrouble", state.troubles().last());
        return row;
    }

    private static void place(ObjectNode row, long number, List<DeadlinePartitions> deadlines) {
        for (DeadlinePartitions deadline : deadlines) {
            for (int i = 0; i < deadline.partitions().size(); i++) {
                Partition partition = deadline.partitions().get(i);
                if (partition.allSectors().contains(number)) {
                    boolean live = partition.liveSectors().contains(number);
                    boolean active = partition.activeSectors().contains(number);
                    boolean faulty = partition.faultySectors().contains(number);
                    row.put("deadline", deadline.index()).put("partition", i).put("live", live).put("active", active)
                            .put("faulty", faulty).put("recovering", partition.recoveringSectors().contains(number))
                            .put("unproven", live && !active && !faulty);
                    return;
                }
            }
        }
        row.putNull("deadline").putNull("partition").put("live", false).put("active", false)
                .put("faulty", false).put("recovering", false).put("unproven", false);
    }

    /** From the first event to the activation; null before. */
    private static Long sealSeconds(SectorState state) {
        if (state.created().isEmpty() || state.chain().compareTo(Chain.ACTIVE) < 0) {
            return null;
        }
        return state.history().stream().filter(moment -> moment.what().startsWith("sector.commit-landed"))
                .map(Moment::at).reduce((_, newer) -> newer)
                .map(at -> (at - state.created().get().at()) / 1000).orElse(null);
    }

    private static void making(ObjectNode sector, SectorState state) {
        Replica replica = state.replica();
        sector.put("files", state.files().name()).put("seal", state.seal().name()).put("chain", state.chain().name());
        sector.put("sealProof", state.created().orElseThrow().sealProof());
        sector.put("commD", text(replica.commD())).put("commR", text(replica.commR()));
        sector.put("ticket", replica.hasTicket() ? HexFormat.of().formatHex(replica.ticket().toByteArray()) : null);
        sector.put("ticketEpoch", replica.hasTicket() ? replica.ticketEpoch() : null);
        byte[] seed = state.onChain().seed().toByteArray();
        sector.put("seed", seed.length == 0 ? null : HexFormat.of().formatHex(seed));
        sector.put("seedEpoch", seed.length == 0 ? null : state.onChain().seedEpoch());
        sector.put("preCommit", text(state.onChain().preCommitCid())).put("commit", text(state.onChain().commitCid()));
        ArrayNode pieces = sector.putArray("pieces");
        state.pieces().forEach(piece -> pieces.addObject()
                .put("piece", text(piece.cid())).put("size", piece.size()).put("deal", text(piece.deal())));
        sector.put("retries", state.work().attempt());
        sector.put("hold", state.troubles().hold().map(Enum::name).orElse(null));
        ObjectNode failures = sector.putObject("failures");
        state.troubles().counts().forEach((code, count) -> failures.put(code.name(), count));
    }

    private static String text(String known) {
        return known.isEmpty() ? null : known;
    }

    private static void chain(ObjectNode sector, Optional<SectorOnChainInfo> info) {
        sector.put("activation", info.map(SectorOnChainInfo::activation).orElse(null));
        sector.put("dealWeight", info.map(chain -> chain.dealWeight().toString()).orElse(null));
        sector.put("verifiedDealWeight", info.map(chain -> chain.verifiedDealWeight().toString()).orElse(null));
        sector.put("dailyFee", info.map(chain -> chain.dailyFee().atto().toString()).orElse(null));
    }
}

package io.cairn.node.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.actors.view.DealView;
import io.cairn.actors.wire.MarketMessages;
import io.cairn.node.market.FileShelf;
import io.cairn.node.view.NoSuchViewException;
import io.cairn.persistence.deal.DealEnd;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.persistence.deal.DealStage;
import io.cairn.persistence.deal.DealState;
import io.cairn.persistence.file.FilePiece;
import io.cairn.persistence.file.StoredFile;
import io.cairn.protocol.actor.market.DealProposal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deals and users' files, from their journals. */
final class DealReport {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Sources sources;

    DealReport(Sources sources) {
        this.sources = sources;
    }

    /** All deals: those that have not ended, and those of files whether they ended or not. */
    ArrayNode deals() {
        Map<String, String> names = new LinkedHashMap<>();
        Answers.of(sources.provider().market().files()).forEach(file ->
                file.pieces().forEach(piece -> names.put(piece.deal(), file.name())));
        Map<String, DealView> known = new LinkedHashMap<>();
        Answers.of(sources.provider().market().deals(List.copyOf(names.keySet()))).forEach(view -> known.put(view.deal(), view));
        Answers.of(sources.provider().market().deals()).forEach(view -> known.putIfAbsent(view.deal(), view));
        ArrayNode rows = JSON.arrayNode();
        known.values().stream().filter(view -> view.state().accepted().isPresent())
                .forEach(view -> rows.add(deal(view).put("file", names.get(view.deal()))));
        return rows;
    }

    /** One deal, ended or not. */
    ObjectNode deal(String name) {
        DealView view = Answers.of(sources.provider().market().deal(name));
        if (view.state().accepted().isEmpty()) {
            throw new NoSuchViewException("there is no deal " + name);
        }
        return deal(view);
    }

    private static ObjectNode deal(DealView view) {
        DealState state = view.state();
        Accepted accepted = state.accepted().orElseThrow();
        DealProposal terms = MarketMessages.proposal(accepted.proposal()).proposal();
        ObjectNode row = progress(JSON.objectNode().put("deal", view.deal()), view);
        row.put("checkpoint", state.stage().checkpoint()).put("piece", accepted.pieceCid()).put("size", accepted.pieceSize());
        row.put("client", terms.client().toString()).put("startEpoch", accepted.startEpoch()).put("endEpoch", accepted.endEpoch());
        row.put("price", terms.storagePricePerEpoch().atto().toString()).put("collateral", terms.providerCollateral().atto().toString());
        row.put("publishMessage", state.publish().cid().isEmpty() ? null : state.publish().cid());
        row.put("activation", state.publish().activation() < 0 ? null : state.publish().activation());
        return row;
    }

    private static ObjectNode progress(ObjectNode row, DealView view) {
        DealState state = view.state();
        row.put("dealId", state.dealId() < 0 ? null : state.dealId());
        row.put("state", state.stage().name()).put("words", words(state));
        row.put("sector", state.place().map(place -> place.sector()).orElse(null));
        row.put("offset", state.place().map(place -> place.offset()).orElse(null));
        row.put("waitsFor", view.waitsFor()).put("paused", !state.paused().isEmpty());
        return row.put("error", state.paused().isEmpty() ? state.reason() : state.paused());
    }

    private static String words(DealState state) {
        if (!state.paused().isEmpty()) {
            return "Waits for an operator at: " + state.stage().words();
        }
        return state.end().map(end -> switch (end) {
            case EXPIRED -> "Expired";
            case SLASHED -> "Slashed";
            case FAILED -> "Error";
            case CANCELLED -> "Cancelled";
        }).orElse(state.stage().words());
    }

    /** All files with their pieces, oldest first. */
    ArrayNode files() {
        ArrayNode rows = JSON.arrayNode();
        Answers.of(sources.provider().market().files()).forEach(file -> rows.add(file(file)));
        return rows;
    }

    /** One file by its id, root or name. */
    ObjectNode file(String wanted) {
        return file(FileShelf.find(Answers.of(sources.provider().market().files()), wanted));
    }

    private ObjectNode file(StoredFile file) {
        List<DealView> deals = Answers.of(sources.provider().market().deals(file.pieces().stream().map(FilePiece::deal).toList()));
        ObjectNode row = JSON.objectNode().put("id", file.id()).put("name", file.name()).put("root", file.root())
                .put("length", file.length()).put("at", Instant.ofEpochMilli(file.at()).toString()).put("state", state(deals))
                .put("trouble", sources.troubles().of(file.id()));
        ArrayNode pieces = row.putArray("pieces");
        for (int index = 0; index < deals.size(); index++) {
            FilePiece piece = file.pieces().get(index);
            ObjectNode part = pieces.addObject().put("index", index).put("deal", piece.deal()).put("piece", piece.cid())
                    .put("size", piece.size()).put("length", piece.length());
            progress(part, deals.get(index));
        }
        return row;
    }

    /** {@code STORED} once all deals are active, {@code LOST} if one failed, {@code WAITS} if one needs an operator. */
    private static String state(List<DealView> deals) {
        if (deals.stream().anyMatch(view -> view.state().end().filter(end -> end != DealEnd.EXPIRED).isPresent())) {
            return "LOST";
        }
        if (deals.stream().anyMatch(view -> view.state().end().isPresent())) {
            return "EXPIRED";
        }
        if (deals.stream().anyMatch(view -> !view.state().paused().isEmpty())) {
            return "WAITS";
        }
        return deals.stream().allMatch(view -> view.state().stage() == DealStage.ACTIVE) ? "STORED" : "STORING";
    }
}

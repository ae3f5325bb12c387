package io.cairn.node.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.TipsetKey;

/** The newest tipsets, newest first. */
final class ChainReport {

    private static final int SHOWN = 20;

    private final Sources sources;

    ChainReport(Sources sources) {
        this.sources = sources;
    }

    ArrayNode newest() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Tipset tipset = Answers.of(sources.node().chainHead());
        row(rows, tipset);
        while (rows.size() < SHOWN && tipset.height() > 0) {
            tipset = Answers.of(sources.node().chainGetTipSet(new TipsetKey(tipset.blocks().getFirst().parents())));
            row(rows, tipset);
        }
        return rows;
    }

    private static void row(ArrayNode rows, Tipset tipset) {
        ObjectNode row = rows.addObject().put("height", tipset.height());
        ArrayNode blocks = row.putArray("blocks");
        for (int i = 0; i < tipset.blocks().size(); i++) {
            blocks.addObject().put("cid", tipset.cids().get(i).toString()).put("miner", tipset.blocks().get(i).miner().toString());
        }
    }
}

package io.cairn.node.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import java.time.Instant;

/** Tipsets and messages as the commands' JSON has them. */
final class TipsetForm {

    private TipsetForm() {}

    static ObjectNode of(Tipset tipset) {
        BlockHeader first = tipset.blocks().getFirst();
        ObjectNode form = JsonNodeFactory.instance.objectNode().put("height", tipset.height())
                .put("time", Instant.ofEpochSecond(first.timestamp()).toString())
                .put("baseFee", first.parentBaseFee().atto().toString())
                .put("parentWeight", first.parentWeight().toString())
                .put("parentStateRoot", first.parentStateRoot().toString());
        ArrayNode parents = form.putArray("parents");
        first.parents().forEach(parent -> parents.add(parent.toString()));
        ArrayNode blocks = form.putArray("blocks");
        for (int i = 0; i < tipset.blocks().size(); i++) {
            BlockHeader block = tipset.blocks().get(i);
            blocks.addObject().put("cid", tipset.cids().get(i).toString()).put("miner", block.miner().toString())
                    .put("winCount", block.electionProof() == null ? 0 : block.electionProof().winCount());
        }
        return form;
    }

    static ObjectNode of(Cid cid, Message message) {
        return JsonNodeFactory.instance.objectNode().put("cid", cid.toString())
                .put("from", message.from().toString()).put("to", message.to().toString())
                .put("nonce", message.nonce()).put("value", message.value().atto().toString())
                .put("method", message.method()).put("params", message.params().toString())
                .put("gasLimit", message.gasLimit()).put("gasFeeCap", message.gasFeeCap().atto().toString())
                .put("gasPremium", message.gasPremium().atto().toString());
    }
}

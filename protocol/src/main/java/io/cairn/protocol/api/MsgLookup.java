package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.MessageReceipt;

/**
 * Where a message was executed.
 *
 * @param message   the message found; another than asked for when a replacement was allowed and happened
 * @param receipt   its outcome
 * @param returnDec the decoded return value, a null node when it was not decoded
 * @param tipset    the tipset that carries the receipt, the child of the one that included the message
 * @param height    that tipset's epoch
 */
public record MsgLookup(Cid message, MessageReceipt receipt, JsonNode returnDec,
                        @JsonProperty("TipSet") TipsetKey tipset, long height) {
}

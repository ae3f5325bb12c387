package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * The outcome of executing a message on a copy of the state.
 *
 * @param msgCid         the message's identifier
 * @param msg            the message
 * @param receipt        its receipt
 * @param gasCost        what the gas cost whom
 * @param executionTrace calls and gas charges, as the node gives them
 * @param error          the failure in words, empty for none
 * @param duration       how long it took
 */
public record InvocResult(
        Cid msgCid,
        Optional<Message> msg,
        @JsonProperty("MsgRct") Optional<MessageReceipt> receipt,
        GasCost gasCost,
        JsonNode executionTrace,
        String error,
        Duration duration) {

    /** Who paid what for the gas of a message. */
    public record GasCost(
            Optional<Cid> message,
            BigInteger gasUsed,
            TokenAmount baseFeeBurn,
            TokenAmount overEstimationBurn,
            TokenAmount minerPenalty,
            TokenAmount minerTip,
            TokenAmount refund,
            TokenAmount totalCost) {
    }
}

package io.cairn.protocol.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;

/** An actor's balance, code and state, the last in the node's JSON form. */
public record ActorState(TokenAmount balance, Cid code, JsonNode state) {
}

package io.cairn.protocol.api;

import io.cairn.protocol.money.TokenAmount;
import java.util.UUID;

/**
 * How a message is to be sent by the node.
 *
 * @param maxFee         most that its gas may cost, zero for the node's default
 * @param msgUuid        names the request: asking again with the same gives the message sent before
 * @param maximizeFeeCap whether the fee cap is raised to what {@code maxFee} allows
 */
public record MessageSendSpec(TokenAmount maxFee, UUID msgUuid, boolean maximizeFeeCap) {
}

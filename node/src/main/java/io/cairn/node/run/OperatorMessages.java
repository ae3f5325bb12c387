package io.cairn.node.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.actors.EntityIds;
import io.cairn.actors.Provider;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.persistence.Blob;
import io.cairn.persistence.miner.MinerEvent.Identified;
import io.cairn.protocol.actor.miner.ChangeWorkerAddressParams;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.AddressException;
import io.cairn.protocol.money.TokenAmount;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Messages that an operator has sent by hand: money, and who may work for the miner. */
final class OperatorMessages {

    private static final int MOST_CONTROL_ADDRESSES = 10;
    private static final long SEND = 0;
    private static final long CHANGE_WORKER_ADDRESS = 3;
    private static final String MOST_GAS = TokenAmount.parse("0.05").atto().toString();

    private final Provider provider;

    OperatorMessages(Provider provider) {
        this.provider = provider;
    }

    /** As {@link io.cairn.node.view.Commands#transfer}. */
    CompletionStage<JsonNode> transfer(String request, String from, String to, String amount) {
        TokenAmount value = amount(amount);
        Address receiver = address("to", to);
        return identity().thenCompose(identity -> send("transfer/" + request, new Outbound(payer(identity, from), receiver.toString(),
                value.atto().toString(), SEND, Blob.of(new byte[0]), MOST_GAS)));
    }

    /** As {@link io.cairn.node.view.Commands#setControl}. */
    CompletionStage<JsonNode> setControl(String request, List<String> addresses) {
        if (addresses.size() > MOST_CONTROL_ADDRESSES) {
            throw new IllegalArgumentException("addresses are " + addresses.size() + "; expected at most " + MOST_CONTROL_ADDRESSES);
        }
        List<Address> control = addresses.stream().map(address -> address("addresses", address)).toList();
        return identity().thenCompose(identity -> send("control/" + request, new Outbound(identity.owner(),
                EntityIds.miner(identity.actorId()), "0", CHANGE_WORKER_ADDRESS,
                Blob.of(new ChangeWorkerAddressParams(Address.parse(identity.worker()), control).toCbor()), MOST_GAS)));
    }

    private CompletionStage<Identified> identity() {
        return provider.miner().thenApply(miner -> miner.state().identity()
                .orElseThrow(() -> new IllegalStateException("the chain has not told yet who the miner is; try again in a moment")));
    }

    private static String payer(Identified identity, String from) {
        return switch (from) {
            case "owner" -> identity.owner();
            case "worker" -> identity.worker();
            default -> address("from", from).toString();
        };
    }

    private static Address address(String field, String text) {
        try {
            return Address.parse(text);
        } catch (AddressException e) {
            throw new IllegalArgumentException("field " + field + " is " + text + "; expected an address: " + e.getMessage(), e);
        }
    }

    private static TokenAmount amount(String text) {
        TokenAmount amount;
        try {
            amount = TokenAmount.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("field amount is " + text + "; expected FIL, such as 1.5: " + e.getMessage(), e);
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("field amount is " + text + "; expected more than 0");
        }
        return amount;
    }

    private CompletionStage<JsonNode> send(String request, Outbound message) {
        return provider.send(request, message).thenApply(answer -> switch (answer) {
            case SenderCommand.Sent sent -> JsonNodeFactory.instance.objectNode().put("message", sent.cid()).put("from", message.from());
            case SenderCommand.Refused refused -> throw new IllegalStateException("the message was not sent: " + refused.reason());
        });
    }
}

package io.cairn.actors.sender;

import io.cairn.actors.Shards;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.miner.MinerCommand;
import io.cairn.actors.sender.SenderCommand.Refused;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Has each message sent by the address that can pay for it. The miner writes the choice down first, so that a request that
 * is asked again, by whomever, goes to the address that may have signed it already.
 */
public final class ChoosingOutbox implements Outbox {
    private static final String NONE = "";

    private final long miner;
    private final Shards shards;
    private final AddressSelector selector;
    private final Duration answer;

    /**
     * The outbox of a miner.
     *
     * @param answer longest wait for one answer
     */
    public ChoosingOutbox(long miner, Shards shards, ChainAccess chain, Wallet wallet, AddressPolicy policy, Duration answer) {
        this.miner = miner;
        this.shards = shards;
        this.selector = new AddressSelector(miner, chain, wallet, policy);
        this.answer = answer;
    }

    @Override
    public CompletionStage<SenderCommand.Answer> send(String requestId, Outbound message) {
        return shards.sender(message.from()).ask(replyTo -> new SenderCommand.Send(requestId, message, replyTo), answer);
    }

    @Override
    public CompletionStage<SenderCommand.Answer> send(String requestId, Purpose purpose, Outbound message) {
        return sender(requestId, NONE).thenCompose(known -> known.equals(NONE)
                ? selector.choose(purpose, message).thenCompose(chosen -> sender(requestId, chosen.from())
                        .thenCompose(address -> chosenSends(requestId, address.equals(chosen.from()) ? chosen : message.sentBy(address))))
                : chosenSends(requestId, message.sentBy(known)));
    }

    private CompletionStage<String> sender(String requestId, String address) {
        return shards.miner(miner).<MinerCommand.SenderOf>ask(replyTo -> new MinerCommand.ChooseSender(requestId, address, replyTo), answer)
                .thenApply(MinerCommand.SenderOf::address);
    }

    private CompletionStage<SenderCommand.Answer> chosenSends(String requestId, Outbound message) {
        return send(requestId, message).thenApply(outcome -> {
            if (outcome instanceof Refused refused && !refused.signed()) {
                shards.miner(miner).tell(new MinerCommand.FreeSender(requestId, message.from()));
            }
            return outcome;
        });
    }
}

package io.cairn.actors.sender;

import akka.actor.typed.javadsl.ActorContext;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Head;
import io.cairn.actors.sender.SenderCommand.Looked;
import io.cairn.actors.sender.SenderCommand.NotLooked;
import io.cairn.actors.sender.SenderCommand.NotPrepared;
import io.cairn.actors.sender.SenderCommand.NotPushed;
import io.cairn.actors.sender.SenderCommand.NotRepriced;
import io.cairn.actors.sender.SenderCommand.Prepared;
import io.cairn.actors.sender.SenderCommand.Pushed;
import io.cairn.actors.sender.SenderCommand.Repriced;
import io.cairn.actors.sender.SenderCommand.Searched;
import io.cairn.actors.sender.SenderCommand.Send;
import io.cairn.actors.sender.SenderCommand.SignedMessage;
import io.cairn.persistence.sender.Outgoing;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a sender asks of the chain and the wallet; every answer comes back to it as a command. */
final class SenderDoors {
    /** Epochs without progress before something is done about the next message. */
    static final long PATIENCE = 5;
    /** Epochs on top of a message after which it counts as executed for good. */
    private static final long DEPTH = 30;

    private final ActorContext<SenderCommand> context;
    private final String address;
    private final ChainAccess chain;
    private final Wallet wallet;

    SenderDoors(ActorContext<SenderCommand> context, String address, ChainAccess chain, Wallet wallet) {
        this.context = context;
        this.address = address;
        this.chain = chain;
        this.wallet = wallet;
    }

    void prepare(Send send) {
        context.pipeToSelf(chain.prepare(send.message()), (gas, failure) ->
                failure == null ? new Prepared(send, gas) : new NotPrepared(send, PushRefusal.of(failure), reason(failure)));
    }

    void sign(Send request, Gas gas, long nonce) {
        context.pipeToSelf(wallet.sign(request.message(), gas, nonce), (signed, failure) -> failure == null
                ? new SignedMessage(request, nonce, signed.cid(), signed.bytes(), Bid.first(gas, request.message().maxFee()))
                : new NotPrepared(request, PushRefusal.of(failure), reason(failure)));
    }

    void push(Outgoing message) {
        context.pipeToSelf(chain.push(message.signed()), (done, failure) -> failure == null ? new Pushed(message.requestId())
                : new NotPushed(message.requestId(), message.cid(), PushRefusal.of(failure), reason(failure)));
    }

    /** Asks how far the chain is: at the head, and as deep as what stays. */
    void look() {
        CompletionStage<SenderCommand> answer = chain.head().thenCompose(head -> {
            CompletionStage<Head> deep = head.height() <= DEPTH ? CompletableFuture.completedFuture(head)
                    : chain.tipsetAtOrBefore(head.height() - DEPTH, head);
            CompletionStage<Long> settled = head.height() <= DEPTH ? CompletableFuture.completedFuture(0L)
                    : deep.thenCompose(tipset -> chain.nonce(address, tipset));
            return chain.nonce(address, head).thenCombine(settled, (now, below) -> new Looked(head.height(), now, below));
        });
        context.pipeToSelf(answer, (looked, failure) -> failure == null ? looked : new NotLooked(reason(failure)));
    }

    void search(Outgoing message, boolean forGood) {
        CompletionStage<Boolean> found = chain.head().thenCompose(head -> message.versions().stream()
                .map(cid -> chain.executed(cid, head).thenApply(Optional::isPresent).exceptionallyCompose(failure ->
                        PushRefusal.of(failure) == PushRefusal.NONCE_USED ? CompletableFuture.completedFuture(false)
                                : CompletableFuture.failedFuture(failure)))
                .reduce((one, other) -> one.thenCombine(other, Boolean::logicalOr)).orElseThrow());
        context.pipeToSelf(found, (is, failure) -> failure == null ? new Searched(message.requestId(), is, forGood)
                : new NotLooked(reason(failure)));
    }

    void raiseFee(Outgoing message) {
        CompletionStage<SenderCommand> raised = chain.reprice(message.signed()).thenCompose(today ->
                Bid.higher(message.fee(), today).map(gas -> wallet.again(message.signed(), gas).<SenderCommand>thenApply(signed ->
                        new Repriced(message.requestId(), message.cid(), signed.cid(), signed.bytes(), Bid.first(gas, message.fee().most()))))
                        .orElseGet(() -> CompletableFuture.completedFuture(
                                new NotRepriced(message.requestId(), "the most that it may cost is reached"))));
        context.pipeToSelf(raised, (command, failure) ->
                failure == null ? command : new NotRepriced(message.requestId(), reason(failure)));
    }

    private static String reason(Throwable failure) {
        return failure.getCause() == null ? failure.toString() : failure.getCause().toString();
    }
}

package io.cairn.devnet.api;

import com.fasterxml.jackson.databind.node.NullNode;
import io.cairn.devnet.chain.BlockMessages;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.Executor;
import io.cairn.devnet.chain.MessageSearch;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.devnet.vm.GasSettlement;
import io.cairn.devnet.vm.Vm;
import io.cairn.protocol.api.InvocResult;
import io.cairn.protocol.api.MessageMatch;
import io.cairn.protocol.api.MsgLookup;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers for messages on their way and on the chain. Names and parameters as in the API's declaration. */
public final class MessageHandlers {

    private static final long MOST_CONFIDENCE = 900;

    private final Chain chain;
    private final ChainHandlers objects;
    private final MessageSearch search;

    MessageHandlers(Chain chain, ChainHandlers objects) {
        this.chain = chain;
        this.objects = objects;
        this.search = new MessageSearch(chain);
    }

    /** Where the message was executed. Another message with its nonce counts if replacing is allowed and it makes the same call. */
    public Optional<MsgLookup> stateSearchMsg(TipsetKey from, Cid message, long limit, boolean allowReplaced) {
        return search.find(chain.tipset(from), objects.chainGetMessage(message), limit)
                .filter(found -> found.match() == MessageSearch.Match.SAME || allowReplaced).map(found -> lookup(message, found));
    }

    /** Waits for the message to be executed and buried. Unlike Lotus it always fails when another message took the nonce. */
    public CompletableFuture<MsgLookup> stateWaitMsg(Cid message, long confidence, long lookback, boolean allowReplaced) {
        if (confidence < 0 || confidence > MOST_CONFIDENCE) {
            throw RpcFailure.of("confidence is " + confidence + ", expected 0 to " + MOST_CONFIDENCE);
        }
        Message wanted = objects.chainGetMessage(message);
        return Waiting.until(chain, () -> {
            Tipset head = chain.head();
            Optional<MessageSearch.Found> found = search.find(head, wanted, lookback);
            if (found.isPresent() && found.get().match() == MessageSearch.Match.REPLACED && !allowReplaced) {
                throw replaced(message, found.get());
            }
            return found.map(each -> lookup(message, each)).filter(each -> head.height() - each.height() >= confidence);
        });
    }

    private static MsgLookup lookup(Cid asked, MessageSearch.Found found) {
        if (found.match() == MessageSearch.Match.OTHER) {
            throw replaced(asked, found);
        }
        Cid message = found.match() == MessageSearch.Match.SAME ? asked : found.message();
        return new MsgLookup(message, found.receipt(), NullNode.getInstance(), found.child().key(), found.child().height());
    }

    private static RpcFailure replaced(Cid asked, MessageSearch.Found found) {
        return RpcFailure.of("message " + asked + " was replaced by " + found.message() + " at epoch " + found.child().height());
    }

    /** Messages executed from the tipset's parents down to the epoch, newest tipset first. */
    public List<Cid> stateListMessages(MessageMatch match, TipsetKey key, long toEpoch) {
        if (match.to().isEmpty() && match.from().isEmpty()) {
            throw RpcFailure.of("must specify at least To or From in message filter");
        }
        List<Cid> matching = new ArrayList<>();
        for (Tipset at = chain.tipset(key); at.height() >= Math.max(1, toEpoch); at = chain.index().parent(at).orElseThrow()) {
            BlockMessages.selected(chain.log(), at).stream().flatMap(List::stream)
                    .filter(each -> match.to().isEmpty() || match.to().get().equals(each.message().to()))
                    .filter(each -> match.from().isEmpty() || match.from().get().equals(each.message().from()))
                    .forEach(each -> matching.add(each.cid()));
        }
        return matching.isEmpty() ? null : matching;
    }

    /** Executes the message on the state at the tipset; gas limit, fees and nonce are not looked at. */
    public InvocResult stateCall(Message message, TipsetKey key) {
        Tipset tipset = chain.tipset(key);
        long begin = System.nanoTime();
        Vm.Applied applied = chain.executor().trial(chain.stateAt(tipset), tipset, tipset.height(), message);
        return result(message, applied, BigInteger.ZERO, begin);
    }

    /** Executes the message of the tipset once more, after those before it. */
    public InvocResult stateReplay(TipsetKey key, Cid message) {
        Message wanted = objects.chainGetMessage(message);
        long begin = System.nanoTime();
        Tipset included = key.isEmpty() ? search.find(chain.head(), wanted, -1)
                .flatMap(found -> chain.index().parent(found.child())).orElseThrow(() -> notExecuted(message)) : chain.tipset(key);
        Executor.Replayed replayed = chain.executor().replay(included, wanted.cid()).orElseThrow(() -> notExecuted(message));
        return result(replayed.message(), replayed.applied(), included.minTicketBlock().parentBaseFee().atto(), begin);
    }

    private static RpcFailure notExecuted(Cid message) {
        return RpcFailure.of("message " + message + " was not executed in the tipset");
    }

    private static InvocResult result(Message message, Vm.Applied applied, BigInteger baseFee, long begin) {
        MessageReceipt receipt = new MessageReceipt(applied.exitCode(), ByteString.of(applied.returned()), applied.gasUsed(), Optional.empty());
        GasSettlement gas = GasSettlement.of(applied.gasUsed(), Math.max(applied.gasUsed(), message.gasLimit()), baseFee,
                message.gasFeeCap().atto(), message.gasPremium().atto());
        BigInteger cost = message.requiredFunds().atto().subtract(gas.refund()).max(BigInteger.ZERO);
        InvocResult.GasCost paid = new InvocResult.GasCost(Optional.of(message.cid()), BigInteger.valueOf(applied.gasUsed()),
                new TokenAmount(gas.baseFeeBurn()), new TokenAmount(gas.overEstimationBurn()), new TokenAmount(gas.minerPenalty()),
                new TokenAmount(gas.minerTip()), new TokenAmount(gas.refund()), new TokenAmount(cost));
        return new InvocResult(message.cid(), Optional.of(message), Optional.of(receipt), paid, NullNode.getInstance(), applied.error(),
                Duration.ofNanos(System.nanoTime() - begin));
    }
}

package io.cairn.actors.sender;

import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Head;
import io.cairn.persistence.miner.MinerEvent.Identified;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** What the addresses that may pay for a miner's messages hold together. The chain is asked once a head, whoever wants to know; any thread may. */
public final class Purse {
    private final ChainAccess chain;
    private final long miner;
    private Head asked;
    private CompletionStage<BigInteger> answer;

    /** The purse of a miner. */
    public Purse(ChainAccess chain, long miner) {
        this.chain = chain;
        this.miner = miner;
    }

    /** attoFIL of worker, owner and control addresses, as the chain has them when it is first asked at a head. */
    public synchronized CompletionStage<BigInteger> at(Head head) {
        if (!head.equals(asked) || answer.toCompletableFuture().isCompletedExceptionally()) {
            asked = head;
            answer = chain.miner(miner, head).thenCompose(this::held);
        }
        return answer;
    }

    private CompletionStage<BigInteger> held(Identified identity) {
        List<String> addresses = Stream.concat(Stream.of(identity.worker(), identity.owner()), identity.control().stream()).distinct().toList();
        CompletionStage<BigInteger> sum = CompletableFuture.completedFuture(BigInteger.ZERO);
        for (String address : addresses) {
            sum = sum.thenCombine(chain.balance(address), BigInteger::add);
        }
        return sum;
    }
}

package io.cairn.actors.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.Head;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class PurseTest {
    private final List<String> asked = new ArrayList<>();
    private boolean silent;
    private final FakeChain chain = new FakeChain() {
        @Override
        public CompletionStage<BigInteger> balance(String address) {
            asked.add(address);
            return silent ? CompletableFuture.failedFuture(new IllegalStateException("the node is away")) : super.balance(address);
        }
    };
    private final Purse purse = new Purse(chain, 1000);

    private BigInteger at(Head head) {
        return purse.at(head).toCompletableFuture().join();
    }

    @Test
    void theChainIsAskedOnceAHeadHoweverManyWait() {
        chain.control = List.of("t0102", "t0101");
        chain.balances.put("t0100", BigInteger.ONE);
        chain.balances.put("t0101", BigInteger.TWO);
        chain.balances.put("t0102", BigInteger.TEN);
        assertEquals(BigInteger.valueOf(13), at(FakeChain.at(7)));
        chain.balances.put("t0102", BigInteger.ZERO);
        assertEquals(BigInteger.valueOf(13), at(FakeChain.at(7)));
        assertEquals(List.of("t0101", "t0100", "t0102"), asked);
        assertEquals(BigInteger.valueOf(3), at(FakeChain.at(8)));
    }

    @Test
    void aHeadAtWhichTheNodeWasAwayIsAskedAgain() {
        silent = true;
        assertEquals(true, purse.at(FakeChain.at(7)).toCompletableFuture().isCompletedExceptionally());
        silent = false;
        chain.balances.put("t0100", BigInteger.ONE);
        chain.balances.put("t0101", BigInteger.TWO);
        assertEquals(BigInteger.valueOf(3), at(FakeChain.at(7)));
    }
}

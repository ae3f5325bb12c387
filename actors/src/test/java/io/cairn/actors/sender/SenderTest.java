package io.cairn.actors.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.Executed;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.sender.SenderCommand.Answer;
import io.cairn.actors.sender.SenderCommand.Refused;
import io.cairn.actors.sender.SenderCommand.Send;
import io.cairn.actors.sender.SenderCommand.Sent;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sender.Fee;
import io.cairn.persistence.sender.Outgoing;
import io.cairn.persistence.sender.SenderEvent;
import io.cairn.persistence.sender.SenderState;
import io.cairn.protocol.rpc.RpcException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens, a request has one message and nonces follow each other. */
class SenderTest {
    private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
            .withFallback(EventSourcedBehaviorTestKit.config()).withFallback(ConfigFactory.load()));
    private final PushFailingChain chain = new PushFailingChain();
    private final FakeWallet wallet = new FakeWallet();
    private final TestProbe<Answer> answers = KIT.createTestProbe();
    private final EventSourcedBehaviorTestKit<SenderCommand, SenderEvent, SenderState> sender =
            EventSourcedBehaviorTestKit.create(KIT.system(), Sender.create("t0101", chain, wallet, Duration.ofMillis(25)));

    @BeforeEach
    void forget() {
        sender.clear();
    }

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    @Test
    void noncesFollowEachOtherFromThePools() {
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
        assertEquals(new Sent("b", "bafy8-2"), send("b"));
        assertEquals(new Sent("c", "bafy9-3"), send("c"));
    }

    @Test
    void theSameRequestIsTheSameMessageAlsoAfterARestart() {
        Answer first = send("a");
        assertEquals(first, send("a"));
        sender.restart();
        assertEquals(first, send("a"));
        assertEquals(1, wallet.signatures.get());
        assertEquals(1, chain.pushed.size());
    }

    @Test
    void requestsAtTheSameTimeGetTheirOwnNonces() {
        for (int i = 0; i < 20; i++) {
            sender.runCommand(new Send("r" + i, message(), answers.ref()));
        }
        List<String> cids = answers.receiveSeveralMessages(20).stream().map(a -> ((Sent) a).cid()).sorted().distinct().toList();
        assertEquals(20, cids.size());
        assertEquals(27, sender.getState().nextNonce());
    }

    @Test
    void nothingIsSpentWhenTheNodeIsAway() {
        chain.away = true;
        assertInstanceOf(Refused.class, send("a"));
        assertEquals(0, sender.getState().nextNonce());
        chain.away = false;
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
    }

    @Test
    void aSignedMessageThatMayNotHaveArrivedIsPushedAgainAsItIs() throws Exception {
        chain.answer = Optional.of(new IllegalStateException("connection reset"));
        assertInstanceOf(Refused.class, send("a"));
        chain.answer = Optional.empty();
        eventually(() -> !chain.pushed.isEmpty());
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
        assertEquals(1, wallet.signatures.get());
        assertEquals(1, chain.pushed.stream().distinct().count());
    }

    @Test
    void killedBetweenTheJournalAndTheNodeItPushesTheSameBytesAgain() throws Exception {
        chain.answer = Optional.of(new IllegalStateException("killed"));
        send("a");
        chain.answer = Optional.empty();
        sender.restart();
        eventually(() -> chain.pushed.equals(List.of(sender.getState().outgoing().get(7L).signed())));
        assertEquals(1, wallet.signatures.get());
    }

    @Test
    void anAddressThatCannotPaySaysSoAndHoldsNothing() {
        chain.unprepared = Optional.of(refusal("message execution failed (exit=[SysErrInsufficientFunds(6)], vm error=["
                + "sender does not have funds to transfer])"));
        Refused refused = (Refused) send("a");
        assertEquals(SenderCommand.Cause.FUNDS, refused.cause());
        assertFalse(refused.signed());
        assertTrue(refused.reason().startsWith("t0101 cannot pay, send it FIL: "), refused.reason());
        assertEquals(0, sender.getState().nextNonce());
        chain.unprepared = Optional.empty();
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
    }

    @Test
    void aMessageThatTheChainWouldRefuseIsNeverSigned() {
        chain.unprepared = Optional.of(refusal("message execution failed (exit=[ErrIllegalArgument(16)], vm error=[All deal proposals invalid])"));
        Refused refused = (Refused) send("a");
        assertEquals(SenderCommand.Cause.CONTENT, refused.cause());
        assertFalse(refused.signed());
        assertEquals(0, wallet.signatures.get());
    }

    @Test
    void aLockedWalletSpendsNoNonce() {
        wallet.locked = true;
        assertEquals("java.lang.IllegalStateException: wallet is locked", ((Refused) send("a")).reason());
        assertEquals(0, sender.getState().nextNonce());
        wallet.locked = false;
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
    }

    @Test
    void bytesThatTheNodeHasAlreadyAreSent() {
        chain.refuse("message from t1 with nonce 7 already in mpool: message with nonce already exists");
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
    }

    @Test
    void aMessageWithoutFundsDoesNotKeepOthersWaiting() {
        chain.refuse("not enough funds (required: 1 FIL, balance: 0 FIL): not enough funds to execute transaction");
        assertTrue(((Refused) send("deposit")).reason().contains("not enough funds"));
        chain.answer = Optional.empty();
        assertEquals(new Sent("proof", "bafy7-2"), send("proof"));
        assertEquals(new Sent("deposit", "bafy8-3"), send("deposit"));
        assertEquals(List.of("5/7/2/\u0001", "5/8/3/\u0001"), pushed());
    }

    @Test
    void aGapBeforeLaterMessagesIsFilled() throws Exception {
        CompletableFuture<Void> late = new CompletableFuture<>();
        chain.held = Optional.of(late);
        sender.runCommand(new Send("deposit", message(), answers.ref()));
        assertEquals(new Sent("proof", "bafy8-2"), send("proof"));
        late.completeExceptionally(refusal("not enough funds"));
        assertInstanceOf(Refused.class, answers.receiveMessage());
        assertEquals(Set.of(7L), sender.getState().free());
        eventually(() -> sender.getState().forRequest("fill/7").filter(Outgoing::pushed).isPresent());
        assertEquals(new Sent("deposit", "bafy9-4"), send("deposit"));
    }

    @Test
    void aGapThatSomebodyAsksForIsTakenFirst() {
        SenderState gap = SenderState.empty()
                .apply(new SenderEvent.Signed("a", 7, "c7", Blob.of(new byte[] {7}), null))
                .apply(new SenderEvent.Signed("b", 8, "c8", Blob.of(new byte[] {8}), null))
                .apply(new SenderEvent.Withdrawn("a", "no funds"));
        assertEquals(7, gap.nonce(7));
        assertEquals(9, gap.nonce(8), "the chain has gone past the gap");
        assertEquals(12, gap.nonce(12), "somebody else sends from this address as well");
        assertEquals(9, gap.apply(new SenderEvent.Signed("c", 7, "c", Blob.of(new byte[] {9}), null)).nonce(7));
    }

    @Test
    void aNonceThatOurMessageUsedIsASuccess() throws Exception {
        chain.executed.put("bafy7-1", new Executed("bafy7-1", 0, Blob.of(new byte[0]), 1));
        chain.refuse("minimum expected nonce is 8, got 7: message nonce too low");
        send("a");
        eventually(() -> sender.getState().outgoing().get(7L).pushed());
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
        assertEquals(1, wallet.signatures.get());
    }

    @Test
    void aNonceThatAStrangerUsedGivesTheRequestAnotherOneOnceThatIsFinal() throws Exception {
        chain.refuse("minimum expected nonce is 8, got 7: message nonce too low");
        chain.nonces.put(100L, 8L);
        chain.advance(110);
        assertInstanceOf(Refused.class, send("a"));
        Thread.sleep(500);
        assertEquals(7, sender.getState().forRequest("a").orElseThrow().nonce(), "it may still come back");
        chain.answer = Optional.empty();
        chain.stranger = true;
        chain.advance(130);
        eventually(() -> sender.getState().forRequest("a").isEmpty());
        assertEquals(new Sent("a", "bafy8-2"), send("a"));
    }

    @Test
    void anExecutedMessageIsSettledAndAnsweredForEver() throws Exception {
        send("a");
        chain.executed.put("bafy7-1", new Executed("bafy7-1", 0, Blob.of(new byte[0]), 100));
        chain.nonces.put(101L, 8L);
        chain.advance(140);
        eventually(() -> sender.getState().outgoing().get(7L).settled());
        assertEquals(0, sender.getState().outgoing().get(7L).signed().toByteArray().length);
        sender.restart();
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
        assertEquals(1, chain.pushed.size());
    }

    @Test
    void aStuckMessageIsPushedAgainThenReplacedUnderItsNonce() throws Exception {
        send("a", "1000000000");
        stuckUntil(() -> chain.pushed.size() >= 3);
        assertEquals(chain.pushed.get(0), chain.pushed.get(1), "first as it is");
        assertEquals("5/7/1/\u0001+2", pushed().get(2), "then with a higher premium");
        eventually(() -> sender.getState().outgoing().get(7L).pushed());
        Outgoing message = sender.getState().outgoing().get(7L);
        assertEquals("bafy7-1", message.versions().getLast());
        assertEquals("100", message.fee().feeCap());
        assertEquals(8, sender.getState().nextNonce());
        assertEquals(new Sent("a", message.cid()), send("a"));
        sender.restart();
        assertEquals(new Sent("a", message.cid()), send("a"));
    }

    @Test
    void aReplacementIsWrittenDownBeforeItLeaves() throws Exception {
        send("a", "1000000000");
        stuckUntil(() -> chain.pushed.size() >= 2);
        chain.answer = Optional.of(new IllegalStateException("killed"));
        stuckUntil(() -> !sender.getState().outgoing().get(7L).earlier().isEmpty());
        chain.answer = Optional.empty();
        sender.restart();
        eventually(() -> chain.pushed.getLast().equals(sender.getState().outgoing().get(7L).signed())
                && sender.getState().outgoing().get(7L).pushed());
    }

    @Test
    void anEarlierVersionThatWasExecutedCountsAsTheMessage() throws Exception {
        send("a", "1000000000");
        stuckUntil(() -> !sender.getState().outgoing().get(7L).earlier().isEmpty());
        chain.executed.put("bafy7-1", new Executed("bafy7-1", 0, Blob.of(new byte[0]), 100));
        chain.nonces.put(101L, 8L);
        chain.advance(140);
        eventually(() -> sender.getState().outgoing().get(7L).settled());
    }

    @Test
    void feesRiseByAQuarterWithinTheMostThatAMessageMayCost() {
        Fee fee = new Fee(1000, "200", "100", "1000000");
        assertEquals(new Gas(1000, BigInteger.valueOf(200), BigInteger.valueOf(126), 0), Bid.higher(fee, gas(150, 90)).orElseThrow());
        assertEquals(new Gas(1000, BigInteger.valueOf(900), BigInteger.valueOf(300), 0), Bid.higher(fee, gas(900, 300)).orElseThrow());
        assertEquals(new Gas(1000, BigInteger.valueOf(1000), BigInteger.valueOf(126), 0), Bid.higher(fee, gas(5000, 100)).orElseThrow());
        assertEquals(Optional.empty(), Bid.higher(new Fee(1000, "100", "100", "100000"), gas(900, 300)), "no tenth more is allowed");
        assertEquals(Optional.empty(), Bid.higher(new Fee(0, "0", "0", "0"), gas(900, 300)));
    }

    private static Gas gas(long feeCap, long premium) {
        return new Gas(1000, BigInteger.valueOf(feeCap), BigInteger.valueOf(premium), 0);
    }

    /** Lets epochs pass in which the chain does not take the message. */
    private void stuckUntil(Condition condition) throws Exception {
        eventually(() -> {
            chain.advance(chain.head.height() + 5);
            Thread.sleep(60);
            return condition.holds();
        });
    }

    private List<String> pushed() {
        return chain.pushed.stream().map(bytes -> new String(bytes.toByteArray())).toList();
    }

    private Answer send(String requestId) {
        return send(requestId, "1000");
    }

    private Answer send(String requestId, String maxFee) {
        sender.runCommand(new Send(requestId, message(maxFee), answers.ref()));
        return answers.receiveMessage();
    }

    private static Outbound message() {
        return message("1000");
    }

    private static Outbound message(String maxFee) {
        return new Outbound("t0101", "t01000", "0", 5, Blob.of(new byte[] {1}), maxFee);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void eventually(Condition condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < limit, "not reached within 15 s");
            Thread.sleep(5);
        }
    }

    private static RpcException refusal(String words) {
        return RpcException.of("Filecoin.MpoolPush", JsonNodeFactory.instance.objectNode().put("code", 1).put("message", words));
    }

    private static final class PushFailingChain extends FakeChain {
        private volatile Optional<RuntimeException> answer = Optional.empty();
        private volatile Optional<RuntimeException> unprepared = Optional.empty();
        private volatile boolean stranger;
        /** The answer to the next push, given later. */
        private volatile Optional<CompletableFuture<Void>> held = Optional.empty();

        @Override
        public CompletionStage<Optional<Executed>> executed(String cid, Head at) {
            return stranger ? CompletableFuture.failedFuture(refusal("found message with equal nonce as the one we are looking for"))
                    : super.executed(cid, at);
        }

        @Override
        public CompletionStage<Gas> prepare(Outbound message) {
            return unprepared.isPresent() ? CompletableFuture.failedFuture(unprepared.get()) : super.prepare(message);
        }

        private void refuse(String words) {
            answer = Optional.of(refusal(words));
        }

        @Override
        public CompletionStage<Void> push(Blob signedMessage) {
            if (held.isPresent()) {
                CompletableFuture<Void> later = held.get();
                held = Optional.empty();
                return later;
            }
            Optional<RuntimeException> failure = answer;
            return failure.isPresent() ? CompletableFuture.failedFuture(failure.get()) : super.push(signedMessage);
        }
    }
}

package io.cairn.actors.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Outbound;
import io.cairn.persistence.Blob;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/**
 * Who pays for a message. The owner is t0100, the worker t0101; gas of a message is 1,000,000 units, 100 attoFIL each as
 * usual and 10 at least; it may cost 10^9.
 */
class AddressSelectorTest {
    private static final String OWNER = "t0100";
    private static final String WORKER = "t0101";
    private static final BigInteger USUAL = BigInteger.valueOf(100_000_000);

    private final FakeChain chain = new FakeChain();
    private final FakeWallet wallet = new FakeWallet();

    @Test
    void withoutControlAddressesTheWorkerSends() {
        assertEquals(WORKER, chosen(Purpose.WINDOW_PROOF, AddressPolicy.standard()).from());
        assertEquals(WORKER, chosen(Purpose.COMMIT, AddressPolicy.standard()).from());
    }

    @Test
    void windowProofsAreSentByAControlAddress() {
        chain.control = List.of("t0102");
        assertEquals("t0102", chosen(Purpose.WINDOW_PROOF, AddressPolicy.standard()).from());
        assertEquals(WORKER, chosen(Purpose.PRE_COMMIT, AddressPolicy.standard()).from());
    }

    @Test
    void controlAddressesKeptForSomethingElseSendNoWindowProofs() {
        chain.control = List.of("t0102", "t0103", "t0104", "t0105");
        AddressPolicy policy = new AddressPolicy(List.of("t0102"), List.of("t0103"), List.of("t0104"), true, true);
        assertEquals("t0102", chosen(Purpose.PRE_COMMIT, policy).from());
        assertEquals("t0103", chosen(Purpose.COMMIT, policy).from());
        assertEquals("t0104", chosen(Purpose.DEAL_PUBLISH, policy).from());
        assertEquals("t0105", chosen(Purpose.WINDOW_PROOF, policy).from());
    }

    @Test
    void anAddressWithTooLittleIsPassedOverForTheNextOne() {
        chain.control = List.of("t0102", "t0103");
        holds("t0102", USUAL.longValue() - 1);
        holds("t0103", USUAL.longValue());
        assertEquals("t0103", chosen(Purpose.WINDOW_PROOF, AddressPolicy.standard()).from());
    }

    @Test
    void workerAndThenOwnerStandIn() {
        chain.control = List.of("t0102");
        holds("t0102", 0);
        assertEquals(WORKER, chosen(Purpose.WINDOW_PROOF, AddressPolicy.standard()).from());
        holds(WORKER, 0);
        assertEquals(OWNER, chosen(Purpose.WINDOW_PROOF, AddressPolicy.standard()).from());
    }

    @Test
    void whereTheyMayNotStandInTheOneWithMostSendsAndOffersWhatItHas() {
        chain.control = List.of("t0102", "t0103");
        holds("t0102", 30_000_000);
        holds("t0103", 20_000_000);
        Outbound message = chosen(Purpose.WINDOW_PROOF, new AddressPolicy(List.of(), List.of(), List.of(), false, false));
        assertEquals("t0102", message.from());
        assertEquals("30000000", message.maxFee());
    }

    @Test
    void whenNobodyHasTheLeastTheWorkerTries() {
        chain.control = List.of("t0102");
        List.of("t0102", WORKER, OWNER).forEach(address -> holds(address, 5));
        Outbound message = chosen(Purpose.WINDOW_PROOF, AddressPolicy.standard());
        assertEquals(WORKER, message.from());
        assertEquals("10000000", message.maxFee(), "the least that may do");
    }

    @Test
    void anAddressWithEnoughMoneyKeepsTheWholeLimit() {
        assertEquals("1000000000", chosen(Purpose.WINDOW_PROOF, AddressPolicy.standard()).maxFee());
    }

    @Test
    void anAddressWhoseKeyIsElsewhereIsPassedOver() {
        chain.control = List.of("t0102");
        wallet.missing.add("t0102");
        assertEquals(WORKER, chosen(Purpose.WINDOW_PROOF, AddressPolicy.standard()).from());
    }

    @Test
    void aConfiguredAddressThatIsNoControlAddressIsPassedOver() {
        assertEquals(WORKER, chosen(Purpose.COMMIT, new AddressPolicy(List.of(), List.of("t0102"), List.of(), true, true)).from());
    }

    @Test
    void aDepositCountsBesideTheFee() {
        chain.control = List.of("t0102");
        AddressPolicy policy = new AddressPolicy(List.of("t0102"), List.of(), List.of(), true, true);
        holds("t0102", 1_000_000_499L);
        assertEquals(WORKER, select(Purpose.PRE_COMMIT, policy, "500").from());
        holds("t0102", 1_000_000_500L);
        assertEquals("t0102", select(Purpose.PRE_COMMIT, policy, "500").from());
    }

    @Test
    void aMessageWhoseGasCannotBeEstimatedStaysWithTheWorker() {
        FakeChain without = new FakeChain() {
            @Override
            public CompletionStage<Gas> prepare(Outbound message) {
                return CompletableFuture.failedFuture(new IllegalStateException("message execution failed (exit=[18])"));
            }
        };
        without.control = List.of("t0102");
        Outbound sent = new AddressSelector(1000, without, wallet, AddressPolicy.standard()).choose(Purpose.WINDOW_PROOF, message("0"))
                .toCompletableFuture().join();
        assertEquals(message("0"), sent);
    }

    private void holds(String address, long atto) {
        chain.balances.put(address, BigInteger.valueOf(atto));
    }

    private Outbound chosen(Purpose purpose, AddressPolicy policy) {
        return select(purpose, policy, "0");
    }

    private Outbound select(Purpose purpose, AddressPolicy policy, String value) {
        return new AddressSelector(1000, chain, wallet, policy).choose(purpose, message(value)).toCompletableFuture().join();
    }

    private static Outbound message(String value) {
        return new Outbound(WORKER, "t01000", value, 5, Blob.of(new byte[] {1}), "1000000000");
    }
}

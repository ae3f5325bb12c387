package io.cairn.devnet.mempool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;

import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import io.cairn.protocol.signature.Signatures;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagePoolTest {

    private static final Address SOMEBODY = Address.ofId(99);
    private static final TokenAmount BASE_FEE = TokenAmount.ofAtto(100);

    private final Map<Address, Accounts.Account> state = new HashMap<>();
    private final Accounts accounts = address -> Optional.ofNullable(state.get(address));
    private final MessagePool pool = new MessagePool(bytes -> 1000 + bytes);
    private final PrivateKey rich = key(1);
    private final PrivateKey other = key(2);

    private static PrivateKey key(int seed) {
        byte[] secret = new byte[32];
        secret[0] = (byte) seed;
        return PrivateKey.of(SignatureType.BLS, secret);
    }

    @BeforeEach
    void twoAccounts() {
        fund(rich, 5, "1 FIL");
        fund(other, 0, "1 FIL");
    }

    private void fund(PrivateKey key, long nonce, String balance) {
        state.put(key.address(), new Accounts.Account(key.address(), nonce, TokenAmount.parse(balance).atto()));
    }

    private static SignedMessage message(PrivateKey from, long nonce, long premium, long gasLimit) {
        return Signatures.sign(from, Message.of(SOMEBODY, from.address(), TokenAmount.ZERO, 0, new byte[0])
                .withNonce(nonce)
                .withGas(gasLimit, TokenAmount.ofAtto(1_000_000), TokenAmount.ofAtto(premium)));
    }

    private SignedMessage push(PrivateKey from, long nonce, long premium) {
        SignedMessage signed = message(from, nonce, premium, 1_000_000);
        assertEquals(signed.cid(), pool.push(signed, accounts, 10));
        return signed;
    }

    private void refused(SignedMessage signed, String because) {
        PoolRefusal refusal = assertThrows(PoolRefusal.class, () -> pool.push(signed, accounts, 10));
        assertTrue(refusal.getMessage().contains(because), refusal.getMessage());
    }

    @Test
    void aGapIsTakenButNotSelectedUntilItIsFilled() {
        SignedMessage seventh = push(rich, 7, 10);
        assertEquals(List.of(), pool.select(accounts, BASE_FEE, 11));
        assertEquals(5, pool.nextNonce(state.get(rich.address())));
        SignedMessage fifth = push(rich, 5, 10);
        SignedMessage sixth = push(rich, 6, 10);
        assertEquals(List.of(fifth, sixth, seventh), pool.select(accounts, BASE_FEE, 11));
        assertEquals(8, pool.nextNonce(state.get(rich.address())));
    }

    @Test
    void theBetterPayingSenderComesFirstAndNoncesStayInOrder() {
        SignedMessage poor = push(rich, 5, 10);
        SignedMessage generous = push(rich, 6, 10_000);
        SignedMessage middling = push(other, 0, 1_000);
        assertEquals(List.of(poor, generous, middling), pool.select(accounts, BASE_FEE, 11));
        SignedMessage last = push(rich, 7, 1);
        assertEquals(List.of(poor, generous, middling, last), pool.select(accounts, BASE_FEE, 11));
    }

    @Test
    void aFeeCapBelowTheBaseFeeWaits() {
        push(rich, 5, 10);
        assertEquals(List.of(), pool.select(accounts, TokenAmount.ofAtto(2_000_000), 11));
    }

    @Test
    void replacingNeedsATenthMorePremium() {
        SignedMessage first = push(rich, 5, 100);
        refused(first, "message with nonce already exists");
        refused(message(rich, 5, 110, 1_000_000), "increase GasPremium to 111 from 110");
        SignedMessage second = push(rich, 5, 111);
        assertEquals(List.of(second), pool.pending());
    }

    @Test
    void whatLotusRefusesIsRefusedInItsWords() {
        refused(message(rich, 4, 1, 1_000_000), "minimum expected nonce is 5, got 4: message nonce too low");
        refused(message(rich, 5, 1, 20_000_000_000L), "cannot be greater than a block's gas limit (20000000000 > 10000000000)");
        refused(message(rich, 5, 1, 500), "cannot be less than the cost of storing a message on chain 500 <");
        refused(message(rich, 5, 2_000_000, 1_000_000), "'GasFeeCap' less than 'GasPremium'");
        refused(message(key(3), 0, 1, 1_000_000), "not found");
        SignedMessage forged = new SignedMessage(
                message(rich, 5, 1, 1_000_000).message(), message(other, 5, 1, 1_000_000).signature());
        refused(forged, "failed to verify signature");
        fund(rich, 5, "0.0000015 FIL");
        push(rich, 5, 1);
        refused(message(rich, 6, 1, 1_000_000), "not enough funds (required: ");
    }

    @Test
    void aReorgBringsMessagesBackAndInclusionTakesThemAway() {
        SignedMessage fifth = push(rich, 5, 10);
        fund(rich, 6, "1 FIL");
        pool.headMoved(List.of(), List.of(fifth), accounts);
        assertEquals(List.of(), pool.pending());
        fund(rich, 5, "1 FIL");
        pool.headMoved(List.of(fifth), List.of(), accounts);
        assertEquals(List.of(fifth), pool.select(accounts, BASE_FEE, 12));
    }

    @Test
    void injectedFaultsDropAndDelay() {
        pool.dropNext(1);
        push(rich, 5, 10);
        assertEquals(List.of(), pool.pending());
        pool.delayBy(20);
        SignedMessage delayed = push(rich, 5, 10);
        assertEquals(List.of(), pool.select(accounts, BASE_FEE, 29));
        assertEquals(List.of(delayed), pool.select(accounts, BASE_FEE, 30));
    }

    @Test
    void aBlockHoldsNoMoreGasThanItMay() {
        fund(rich, 5, "1000000 FIL");
        for (long nonce = 5; nonce < 9; nonce++) {
            pool.push(message(rich, nonce, 10 - nonce, 3_000_000_000L), accounts, 10);
        }
        List<SignedMessage> selected = pool.select(accounts, BASE_FEE, 11);
        assertEquals(3, selected.size());
        BigInteger gas = selected.stream().map(each -> BigInteger.valueOf(each.message().gasLimit()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertTrue(gas.compareTo(BigInteger.TEN.pow(10)) <= 0);
    }
}

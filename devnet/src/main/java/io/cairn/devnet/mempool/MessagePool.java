package io.cairn.devnet.mempool;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.GasFees;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.Signatures;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/**
 * Messages that wait for a block: taken by Lotus' rules, kept by sender and nonce, and handed out in the order in which
 * they pay. Safe for use by several threads.
 */
public final class MessagePool {

    /** Most bytes of a signed message. */
    static final int LARGEST_MESSAGE = 64 << 10;

    /** Most waiting messages of one sender. */
    static final int MOST_PER_SENDER = 1000;

    /** Most gas of a block, and of a message. */
    static final long BLOCK_GAS = 10_000_000_000L;

    private static final int MOST_PER_BLOCK = 10_000;
    private static final TokenAmount LEAST_FEE_CAP = new TokenAmount(BigInteger.valueOf(100));
    private static final TokenAmount TOTAL_FIL = TokenAmount.parse("2000000000 FIL");

    private final IntToLongFunction inclusionCost;
    private final Map<Address, NavigableMap<Long, Waiting>> bySender = new LinkedHashMap<>();
    private int toDrop;
    private long delay;

    private record Waiting(SignedMessage signed, long notBefore) {}

    /** An empty pool; {@code inclusionCost} gives the gas that a message of so many bytes costs at least. */
    public MessagePool(IntToLongFunction inclusionCost) {
        this.inclusionCost = inclusionCost;
    }

    /** Makes a change; when it throws, the pool is as it was before. */
    public synchronized <T> T attempt(Supplier<T> change) {
        Map<Address, NavigableMap<Long, Waiting>> before = new LinkedHashMap<>();
        bySender.forEach((sender, waiting) -> before.put(sender, new TreeMap<>(waiting)));
        int droppedBefore = toDrop;
        try {
            return change.get();
        } catch (RuntimeException failure) {
            bySender.clear();
            bySender.putAll(before);
            toDrop = droppedBefore;
            throw failure;
        }
    }

    /**
     * Takes a message.
     *
     * @param accounts senders after the head
     * @param height the head's epoch
     * @return its identifier on chain
     * @throws PoolRefusal when a rule forbids it
     */
    public synchronized Cid push(SignedMessage signed, Accounts accounts, long height) {
        Message message = signed.message();
        checkForm(signed);
        Accounts.Account sender = accounts.find(message.from())
                .orElseThrow(() -> new PoolRefusal("failed to push message: sender " + message.from() + " not found"));
        if (!Signatures.verify(signed, sender.key())) {
            throw new PoolRefusal("failed to verify signature of " + message.from());
        }
        NavigableMap<Long, Waiting> waiting = bySender.getOrDefault(sender.key(), new TreeMap<>());
        checkSender(signed, sender, waiting);
        if (toDrop > 0) {
            toDrop--;
            return signed.cid();
        }
        waiting.put(message.nonce(), new Waiting(signed, height + delay));
        bySender.put(sender.key(), waiting);
        return signed.cid();
    }

    private void checkForm(SignedMessage signed) {
        Message message = signed.message();
        int size = signed.toCbor().length;
        require(size <= LARGEST_MESSAGE, "mpool message too large (" + size + "B): message too big");
        require(message.version() == 0, "message not valid for block inclusion: 'Version' unsupported");
        require(message.value().atto().signum() >= 0, "message not valid for block inclusion: 'Value' field cannot be negative");
        require(message.value().compareTo(TOTAL_FIL) < 0,
                "message not valid for block inclusion: 'Value' field cannot be greater than total filecoin supply");
        require(message.gasFeeCap().atto().signum() >= 0, "message not valid for block inclusion: 'GasFeeCap' field cannot be negative");
        require(message.gasPremium().atto().signum() >= 0, "message not valid for block inclusion: 'GasPremium' field cannot be negative");
        require(message.gasPremium().compareTo(message.gasFeeCap()) <= 0,
                "message not valid for block inclusion: 'GasFeeCap' less than 'GasPremium'");
        require(message.gasLimit() <= BLOCK_GAS, "message not valid for block inclusion: 'GasLimit' field cannot be greater than a block's gas limit ("
                        + message.gasLimit() + " > " + BLOCK_GAS + ")");
        long least = inclusionCost.applyAsLong(signed.chainLength());
        require(message.gasLimit() >= least,
                "message will not be included in a block: 'GasLimit' field cannot be less than the cost of storing a"
                        + " message on chain " + message.gasLimit() + " < " + least);
        require(message.gasFeeCap().compareTo(LEAST_FEE_CAP) >= 0, "gas fee cap too low");
    }

    private static void checkSender(
            SignedMessage signed, Accounts.Account sender, NavigableMap<Long, Waiting> waiting) {
        Message message = signed.message();
        require(message.nonce() >= sender.nonce(), 
                "minimum expected nonce is " + sender.nonce() + ", got " + message.nonce() + ": message nonce too low");
        Optional<SignedMessage> replaced = Optional.ofNullable(waiting.get(message.nonce())).map(Waiting::signed);
        replaced.ifPresent(before -> checkReplacement(before, signed));
        require(replaced.isPresent() || waiting.size() < MOST_PER_SENDER,
                "too many pending messages for actor " + sender.key());
        BigInteger needed = waiting.values().stream()
                .map(Waiting::signed)
                .filter(each -> each.message().nonce() != message.nonce())
                .map(each -> each.message().requiredFunds().atto())
                .reduce(message.requiredFunds().atto(), BigInteger::add);
        require(sender.balance().compareTo(needed) >= 0,
                "failed to check balance: not enough funds (required: " + new TokenAmount(needed) + ", balance: "
                        + new TokenAmount(sender.balance()) + "): not enough funds to execute transaction");
    }

    private static void checkReplacement(SignedMessage before, SignedMessage signed) {
        Message message = signed.message();
        String place = "failed to add locked: message from " + message.from() + " with nonce " + message.nonce()
                + " already in mpool";
        require(!before.cid().equals(signed.cid()), place + ": message with nonce already exists");
        TokenAmount least = GasFees.leastReplacement(before.message().gasPremium());
        require(message.gasPremium().compareTo(least) >= 0,
                place + ", increase GasPremium to " + least.atto() + " from " + message.gasPremium().atto()
                        + " to trigger replace by fee: replace by fee has too low GasPremium");
    }

    private static void require(boolean holds, String refusal) {
        if (!holds) {
            throw new PoolRefusal(refusal);
        }
    }

    /** The nonce of the sender's next message: after all that wait without a gap. */
    public synchronized long nextNonce(Accounts.Account sender) {
        NavigableMap<Long, Waiting> waiting = bySender.getOrDefault(sender.key(), new TreeMap<>());
        long next = sender.nonce();
        while (waiting.containsKey(next)) {
            next++;
        }
        return next;
    }

    /** All that wait, by sender and nonce. */
    public synchronized List<SignedMessage> pending() {
        return bySender.values().stream()
                .flatMap(waiting -> waiting.values().stream().map(Waiting::signed))
                .toList();
    }

    /**
     * The messages of the next block, best paying chains of nonces first.
     *
     * @param height the block's epoch
     */
    public synchronized List<SignedMessage> select(Accounts accounts, TokenAmount baseFee, long height) {
        List<MessageChain> chains = new ArrayList<>();
        bySender.forEach((key, waiting) -> accounts.find(key)
                .ifPresent(sender -> chains.addAll(MessageChain.of(executable(sender, waiting, height), baseFee))));
        List<SignedMessage> selected = new ArrayList<>();
        long gas = 0;
        for (MessageChain chain : MessageChain.bestFirst(chains)) {
            if (chain.pays() && gas + chain.gasLimit() <= BLOCK_GAS
                    && selected.size() + chain.messages().size() <= MOST_PER_BLOCK) {
                selected.addAll(chain.messages());
                gas += chain.gasLimit();
            }
        }
        return selected;
    }

    /** The sender's run of nonces that its balance can pay, gas before value. */
    private List<SignedMessage> executable(
            Accounts.Account sender, NavigableMap<Long, Waiting> waiting, long height) {
        List<SignedMessage> run = new ArrayList<>();
        BigInteger balance = sender.balance();
        long nonce = sender.nonce();
        for (Waiting next = waiting.get(nonce); next != null && next.notBefore() <= height; next = waiting.get(nonce)) {
            Message message = next.signed().message();
            balance = balance.subtract(message.requiredFunds().atto());
            if (balance.signum() < 0 || message.gasLimit() < inclusionCost.applyAsLong(next.signed().chainLength())) {
                break;
            }
            run.add(next.signed());
            balance = balance.subtract(message.value().atto()).max(BigInteger.ZERO);
            nonce++;
        }
        return run;
    }

    /** The head has moved: messages of reverted tipsets come back, those of applied ones and any with their nonces go. */
    public synchronized void headMoved(List<SignedMessage> reverted, List<SignedMessage> applied, Accounts accounts) {
        for (SignedMessage signed : reverted) {
            accounts.find(signed.message().from()).ifPresent(sender -> bySender
                    .computeIfAbsent(sender.key(), _ -> new TreeMap<>())
                    .putIfAbsent(signed.message().nonce(), new Waiting(signed, 0)));
        }
        for (SignedMessage signed : applied) {
            accounts.find(signed.message().from())
                    .map(sender -> bySender.get(sender.key()))
                    .ifPresent(waiting -> waiting.remove(signed.message().nonce()));
        }
        bySender.values().removeIf(Map::isEmpty);
    }

    /** A fault to inject: the next so many messages are acknowledged and forgotten. */
    public synchronized void dropNext(int messages) {
        toDrop = messages;
    }

    /** A fault to inject: messages that come from now on wait so many epochs before a block may take them; 0 ends it. */
    public synchronized void delayBy(long epochs) {
        delay = epochs;
    }
}

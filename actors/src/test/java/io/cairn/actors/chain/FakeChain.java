package io.cairn.actors.chain;

import io.cairn.persistence.Blob;
import io.cairn.persistence.miner.MinerEvent.Identified;
import io.cairn.persistence.miner.ProvingCalendar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A chain that tests move by hand. */
public class FakeChain implements ChainAccess {
    public final Map<Integer, List<Partition>> deadlines = new ConcurrentHashMap<>();
    /** Partitions of a deadline that differ from an epoch on. */
    public final Map<Integer, NavigableMap<Long, List<Partition>>> changes = new ConcurrentHashMap<>();
    public final Map<Long, ChainSector> sectors = new ConcurrentHashMap<>();
    public final Map<Long, PreCommitment> preCommitments = new ConcurrentHashMap<>();
    public final Map<String, Executed> executed = new ConcurrentHashMap<>();
    public final List<Blob> pushed = new CopyOnWriteArrayList<>();
    public final AtomicInteger subscriptions = new AtomicInteger();
    public final List<Boolean> busySaid = new CopyOnWriteArrayList<>();
    /** The sender's nonce on chain from an epoch on. */
    public final ConcurrentSkipListMap<Long, Long> nonces = new ConcurrentSkipListMap<>(Map.of(Long.MIN_VALUE, 7L));
    /** attoFIL by address; an address that is not here has plenty. */
    public final Map<String, BigInteger> balances = new ConcurrentHashMap<>();
    public volatile List<String> control = List.of();
    public volatile boolean away;
    public volatile boolean leaps = true;
    public volatile Head head = at(0);
    private final List<Consumer<List<HeadMove>>> followers = new CopyOnWriteArrayList<>();
    private final List<Runnable> closers = new CopyOnWriteArrayList<>();

    public static Head at(long height) {
        return new Head(height, List.of("bafy" + height));
    }

    public void advance(long height) {
        notify(List.of(new HeadMove(HeadMove.Kind.APPLY, at(height))));
    }

    public void reorganise(long revertedTo, long height) {
        notify(List.of(new HeadMove(HeadMove.Kind.REVERT, at(revertedTo)), new HeadMove(HeadMove.Kind.APPLY, at(height))));
    }

    public void notify(List<HeadMove> moves) {
        if (moves.getLast().kind() != HeadMove.Kind.REVERT) {
            head = moves.getLast().head();
        }
        followers.forEach(follower -> follower.accept(moves));
    }

    public void close() {
        followers.clear();
        List<Runnable> told = new ArrayList<>(closers);
        closers.clear();
        told.forEach(Runnable::run);
    }

    @Override
    public AutoCloseable follow(Consumer<List<HeadMove>> moves, Runnable closed) {
        subscriptions.incrementAndGet();
        followers.add(moves);
        closers.add(closed);
        moves.accept(List.of(new HeadMove(HeadMove.Kind.CURRENT, head)));
        return () -> {
            followers.remove(moves);
            closers.remove(closed);
        };
    }

    @Override
    public CompletionStage<Head> head() {
        return answer(head);
    }

    @Override
    public CompletionStage<Head> tipsetAtOrBefore(long epoch, Head from) {
        return answer(at(epoch));
    }

    @Override
    public CompletionStage<Head> tipsetAtOrAfter(long epoch, Head from) {
        return answer(at(epoch));
    }

    @Override
    public CompletionStage<Identified> miner(long miner, Head at) {
        return answer(new Identified(miner, "t0100", "t0101", control, 2048, 5, new ProvingCalendar(0, 48, 60, 20, 70)));
    }

    @Override
    public CompletionStage<Long> sectorNumbersTaken(long miner, Head at) {
        return answer(2L);
    }

    @Override
    public CompletionStage<List<Partition>> partitions(long miner, int deadline, Head at) {
        NavigableMap<Long, List<Partition>> byHeight = new TreeMap<>(Map.of(Long.MIN_VALUE, deadlines.getOrDefault(deadline, List.of())));
        byHeight.putAll(changes.getOrDefault(deadline, new TreeMap<>()));
        return answer(byHeight.floorEntry(at.height()).getValue());
    }

    @Override
    public CompletionStage<SortedSet<Integer>> provenPartitions(long miner, int deadline, Head at) {
        return answer(new TreeSet<>());
    }

    @Override
    public CompletionStage<List<ChainSector>> sectors(long miner, SortedSet<Long> numbers, Head at) {
        return answer(numbers.stream().map(sectors::get).toList());
    }

    @Override
    public CompletionStage<Optional<ChainSector>> sector(long miner, long number, Head at) {
        return answer(Optional.ofNullable(sectors.get(number)));
    }

    @Override
    public CompletionStage<Optional<PreCommitment>> preCommitment(long miner, long number, Head at) {
        return answer(Optional.ofNullable(preCommitments.get(number)));
    }

    @Override
    public CompletionStage<Blob> windowChallenge(long miner, long epoch, Head at) {
        return answer(randomness(4, epoch));
    }

    @Override
    public CompletionStage<Blob> chainCommitment(long epoch, Head at) {
        return answer(randomness(9, epoch));
    }

    @Override
    public CompletionStage<Blob> sealTicket(long miner, long epoch, Head at) {
        return answer(randomness(5, epoch));
    }

    @Override
    public CompletionStage<Blob> sealSeed(long miner, long epoch, Head at) {
        return answer(randomness(6, epoch));
    }

    @Override
    public CompletionStage<BigInteger> preCommitDeposit(long miner, PreCommitDraft draft, Head at) {
        return answer(BigInteger.TEN);
    }

    @Override
    public CompletionStage<BigInteger> initialPledge(long miner, PreCommitDraft draft, Head at) {
        return answer(BigInteger.TEN);
    }

    @Override
    public CompletionStage<Gas> prepare(Outbound message) {
        return answer(new Gas(1_000_000, BigInteger.valueOf(100), BigInteger.ONE, 7));
    }

    @Override
    public CompletionStage<Gas> frugal(Outbound message, Gas usual) {
        return answer(new Gas(usual.limit(), BigInteger.TEN, BigInteger.ONE, usual.poolNonce()));
    }

    @Override
    public CompletionStage<String> idOf(String address) {
        return answer(address);
    }

    @Override
    public CompletionStage<BigInteger> balance(String address) {
        return answer(balances.getOrDefault(address, BigInteger.TEN.pow(20)));
    }

    @Override
    public CompletionStage<Gas> reprice(Blob signedMessage) {
        return answer(new Gas(1_000_000, BigInteger.valueOf(100), BigInteger.ONE, 7));
    }

    @Override
    public CompletionStage<Long> nonce(String address, Head at) {
        return answer(nonces.floorEntry(at.height()).getValue());
    }

    @Override
    public CompletionStage<Void> push(Blob signedMessage) {
        if (away) {
            return answer(null);
        }
        pushed.add(signedMessage);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Optional<Executed>> executed(String messageCid, Head at) {
        return answer(Optional.ofNullable(executed.get(messageCid)));
    }

    @Override
    public CompletionStage<Boolean> busy(String provider, boolean isBusy) {
        busySaid.add(isBusy);
        return answer(leaps);
    }

    public static Blob randomness(int tag, long epoch) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) tag;
        bytes[1] = (byte) epoch;
        bytes[2] = (byte) (epoch >> 8);
        return Blob.of(bytes);
    }

    private <T> CompletionStage<T> answer(T value) {
        return away ? CompletableFuture.failedFuture(new IllegalStateException("the node is away"))
                : CompletableFuture.completedFuture(value);
    }
}

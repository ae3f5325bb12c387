package io.cairn.node.watch;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.MinerPower;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.money.TokenAmount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Asks the node about the provider. The partitions of 48 deadlines are many questions: they are asked again when the
 * sectors, faults or recoveries are others than before, and now and then.
 */
final class ChainLook {

    private static final int DEADLINES = 48;
    private static final Duration PARTITIONS_STALE = Duration.ofSeconds(30);

    private final FullNode node;
    private final Address miner;
    private final Duration patience;
    private List<DeadlineFacts> deadlines = List.of();
    private Address worker;
    private Object askedFor = "";
    private long askedAt;

    /** Asks over {@code node}; an answer that takes longer than {@code patience} counts as none. */
    ChainLook(FullNode node, Address miner, Duration patience) {
        this.node = node;
        this.miner = miner;
        this.patience = patience;
    }

    private record Standing(List<Long> sectors, BitField faults, BitField recoveries) {}

    /**
     * What the chain says now.
     *
     * @param active sectors that the provider knows as active
     */
    ChainFacts look(List<Long> active) {
        if (worker == null) {
            worker = askWorker();
        }
        CompletableFuture<Tipset> head = node.chainHead();
        CompletableFuture<DeadlineInfo> now = node.stateMinerProvingDeadline(miner, TipsetKey.EMPTY);
        CompletableFuture<MinerPower> power = node.stateMinerPower(miner, TipsetKey.EMPTY);
        CompletableFuture<BitField> faults = node.stateMinerFaults(miner, TipsetKey.EMPTY);
        CompletableFuture<BitField> recoveries = node.stateMinerRecoveries(miner, TipsetKey.EMPTY);
        CompletableFuture<TokenAmount> balance = node.walletBalance(worker);
        CompletableFuture<TokenAmount> available = node.stateMinerAvailableBalance(miner, TipsetKey.EMPTY);
        await(CompletableFuture.allOf(head, now, power, faults, recoveries, balance, available));
        partitions(new Standing(active, faults.join(), recoveries.join()));
        return new ChainFacts(head.join().height(), headTime(head.join()), now.join(), power.join(), faults.join(), recoveries.join(), balance.join(),
                available.join(), deadlines);
    }

    private static Instant headTime(Tipset head) {
        return Instant.ofEpochSecond(head.blocks().getFirst().timestamp());
    }

    private void partitions(Standing standing) {
        boolean stale = System.nanoTime() - askedAt > PARTITIONS_STALE.toNanos();
        if (!stale && Objects.equals(standing, askedFor)) {
            return;
        }
        List<CompletableFuture<DeadlineFacts>> answers = new ArrayList<>();
        IntStream.range(0, DEADLINES).forEach(index -> answers.add(
                node.stateMinerPartitions(miner, index, TipsetKey.EMPTY).thenApply(DeadlineFacts::of)));
        await(CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)));
        worker = askWorker();
        deadlines = answers.stream().map(CompletableFuture::join).toList();
        askedFor = standing;
        askedAt = System.nanoTime();
    }

    private Address askWorker() {
        return await(node.stateMinerInfo(miner, TipsetKey.EMPTY)).worker();
    }

    private <T> T await(CompletableFuture<T> answer) {
        return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }
}

package io.cairn.node.watch;

import io.cairn.actors.sweep.SweepResult;
import io.cairn.actors.view.DealView;
import io.cairn.actors.view.DeadlineView;
import io.cairn.actors.view.SectorView;
import io.cairn.actors.work.RunningTask;
import io.cairn.actors.work.Work;
import io.cairn.actors.work.WorkKind;
import io.cairn.node.view.Overview.Alert;
import io.cairn.node.view.Overview.DeadlineCell;
import io.cairn.node.view.Overview.Memory;
import io.cairn.node.view.Overview.Verdict;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.DeadlineState;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import io.cairn.proofs.dispatch.Load;
import io.cairn.protocol.api.MinerPower;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.deadline.ProvingSchedule;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A provider at a moment, put together by a test. The proving period starts at epoch 10,000; sectors are in deadline 7. */
final class Scene {

    static final long PERIOD = 10_000;
    static final int DEADLINE = 7;
    static final long OPEN = PERIOD + DEADLINE * 60;
    static final long CLOSE = OPEN + 60;
    static final Window WINDOW = new Window(PERIOD, DEADLINE, OPEN, CLOSE, OPEN - 20, OPEN - 70);
    static final Pace STEADY = new Pace(Duration.ofSeconds(1), false, true);

    private final Map<Integer, DeadlineState> deadlines = new HashMap<>();
    private final List<SectorView> sectors = new ArrayList<>();
    private Instant at = Instant.parse("2026-11-21T12:00:00Z");
    private Instant headMoved = at;
    private long height = PERIOD + 100;
    private Duration behind = Duration.ZERO;
    private BitField live = BitField.EMPTY;
    private BitField faults = BitField.EMPTY;
    private BitField recoveries = BitField.EMPTY;
    private Optional<Facts.Absence> nodeAway = Optional.empty();
    private BigInteger power = BigInteger.ZERO;
    private final List<RunningTask> work = new ArrayList<>();
    private final SortedSet<Long> strangers = new TreeSet<>();
    private final List<DealView> deals = new ArrayList<>();
    private Optional<SweepResult> swept = Optional.empty();
    private TokenAmount worker = TokenAmount.ofFil(100);

    Scene height(long epoch) {
        height = epoch;
        at = at.plusSeconds(1);
        headMoved = at;
        return this;
    }

    /** Heads are so old when they are first seen. */
    Scene behind(Duration time) {
        behind = time;
        return this;
    }

    Scene silence(Duration time) {
        at = at.plus(time);
        return this;
    }

    Scene nodeAway(String reason) {
        nodeAway = Optional.of(new Facts.Absence(at, reason));
        return this;
    }

    Scene nodeBack() {
        nodeAway = Optional.empty();
        return this;
    }

    Scene live(long... numbers) {
        live = BitField.of(numbers);
        power = BigInteger.valueOf(2048L * numbers.length);
        return this;
    }

    Scene faulty(long... numbers) {
        faults = BitField.of(numbers);
        return this;
    }

    Scene recovering(long... numbers) {
        recoveries = BitField.of(numbers);
        return this;
    }

    Scene stranger(long number) {
        strangers.add(number);
        return this;
    }

    Scene deal(DealView deal) {
        deals.add(deal);
        return this;
    }

    Scene swept(SweepResult found) {
        swept = Optional.of(found);
        return this;
    }

    Scene worker(TokenAmount funds) {
        worker = funds;
        return this;
    }

    /** A computation that began ten seconds ago and is so far in percent. */
    Scene computing(WorkKind kind, String subject, String stage, int percent) {
        work.add(new RunningTask(work.size(), new Work(kind, subject, stage, ""), percent, 100, at.minusSeconds(10), false));
        return this;
    }

    Scene window(DeadlineEvent... events) {
        DeadlineState state = deadlines.getOrDefault(DEADLINE, DeadlineState.empty());
        for (DeadlineEvent event : events) {
            state = state.apply(event);
        }
        deadlines.put(DEADLINE, state);
        return this;
    }

    /** The window's proof made, sent and landed. */
    Scene proved() {
        return window(
                new DeadlineEvent.ProvingStarted(WINDOW, OPEN - 10), new DeadlineEvent.ProofMade(OPEN, Blob.of(new byte[1]), List.of(0), 2, 0, OPEN - 9),
                new DeadlineEvent.ProvingSucceeded(OPEN, OPEN - 9), new DeadlineEvent.SubmissionStarted(OPEN, 0, OPEN + 4),
                new DeadlineEvent.MessageSent(OPEN, 0, "request", "bafy2bzacecexampleofacid"),
                new DeadlineEvent.MessageLanded(OPEN, 0, "bafy2bzacecexampleofacid", OPEN + 6));
    }

    Scene sector(long number, SectorEvent... events) {
        SectorState state = SectorState.empty().apply(new SectorEvent.Created(1000, number, SectorKind.CAPACITY, 5, 2048, 0, at.toEpochMilli()));
        for (SectorEvent event : events) {
            state = state.apply(event);
        }
        SectorState now = state;
        sectors.removeIf(view -> view.number() == number);
        sectors.add(new SectorView(number, now));
        return this;
    }

    long millis() {
        return at.toEpochMilli();
    }

    Facts facts() {
        List<DeadlineFacts> all = new ArrayList<>();
        List<DeadlineView> views = new ArrayList<>();
        for (int index = 0; index < 48; index++) {
            all.add(index == DEADLINE && !live.isEmpty() ? new DeadlineFacts(1, live) : new DeadlineFacts(0, BitField.EMPTY));
            views.add(new DeadlineView(index, List.copyOf(deadlines.getOrDefault(index, DeadlineState.empty()).windows().values()), false));
        }
        MinerPower.Claim claim = new MinerPower.Claim(power, power);
        ChainFacts chain = new ChainFacts(height, headMoved.minus(behind), ProvingSchedule.NETWORK.deadlineAt(PERIOD, height), new MinerPower(claim, claim, false),
                faults, recoveries, worker, TokenAmount.ZERO, all);
        return new Facts(at, chain, headMoved, nodeAway, Optional.empty(), views, List.copyOf(sectors), strangers, List.of(), work, deals,
                new Load(1, 0, List.of()), new Memory(0, 1), swept);
    }

    List<DeadlineCell> cells() {
        return DeadlineCells.of(facts());
    }

    List<Alert> alerts(Pace pace) {
        return AlertRules.of(facts(), cells(), pace);
    }

    Verdict verdict() {
        return verdict(STEADY);
    }

    Verdict verdict(Pace pace) {
        return Verdicts.of(facts(), cells(), alerts(pace), pace);
    }
}

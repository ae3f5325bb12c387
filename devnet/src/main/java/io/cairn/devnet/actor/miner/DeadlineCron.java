package io.cairn.devnet.actor.miner;

import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.economics.FilterEstimate;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;

/**
 * What happens at the last epoch of every window.
 *
 * <p>Source: builtin-actors, actors/miner/src/lib.rs (handle_proving_deadline), state.rs (advance_deadline).
 */
final class DeadlineCron {

    static final int PROVING_DEADLINE = 1;

    private DeadlineCron() {
    }

    static byte[] run(Invocation call, byte[] params) {
        call.requireCaller(Singletons.POWER);
        CborReader r = new CborReader(params);
        r.tuple(3);
        CborReader payload = new CborReader(r.bytes(1024));
        payload.tuple(1);
        if (payload.integer() == PROVING_DEADLINE) {
            handleDeadline(call, RewardActor.readFilter(r), RewardActor.readFilter(r));
        }
        return ActorCode.NOTHING;
    }

    private static void handleDeadline(Invocation call, FilterEstimate reward, FilterEstimate power) {
        MinerState state = MinerActor.state(call);
        state.feeDebt = state.feeDebt.add(expirePreCommits(state, call.epoch()));
        PowerPair claim = PowerPair.ZERO;
        BigInteger released = BigInteger.ZERO;
        int index = state.currentDeadline;
        Deadline deadline = state.deadline(index);
        Quantization quantization = state.quantization(index);
        long last = state.windowAt(call.epoch()).last();
        advance(state);
        if (deadline.isLive()) {
            Deadline.Ended ended = deadline.end(last, quantization, state.profile().sectorSize(), state.sectorsRoot);
            claim = ended.claim();
            state.initialPledge = state.initialPledge.subtract(ended.releasedPledge());
            released = ended.releasedPledge();
            BigInteger faultFee = Fees.continuedFault(reward, power, ended.previouslyFaulty().quality());
            BigInteger daily = ended.dailyFee().min(Fees.dailyCap(reward, power, ended.live().quality()));
            state.feeDebt = state.feeDebt.add(ended.previouslyFaulty().isZero() ? BigInteger.ZERO : faultFee).add(daily);
            if (ended.hasEarly()) {
                state.earlyTerminations = state.earlyTerminations.union(BitField.of(index));
            }
        }
        if (!state.earlyTerminations.isEmpty()) {
            released = released.add(Terminations.process(state, reward, power));
        }
        finish(call, state, claim, released);
    }

    private static void finish(Invocation call, MinerState state, PowerPair claim, BigInteger released) {
        MinerMoney.Repaid repaid = MinerMoney.repay(state, call);
        boolean goesOn = state.preCommitDeposits.signum() > 0 || state.initialPledge.signum() > 0 || state.lockedFunds.signum() > 0;
        state.cronActive = goesOn;
        MinerActor.save(call, state);
        MinerMoney.changePower(call, claim);
        call.burn(repaid.amount());
        MinerMoney.changePledge(call, released.negate().subtract(repaid.fromVesting()));
        if (goesOn) {
            long next = state.provingPeriodStart + (state.currentDeadline + 1) * NetworkPolicy.CHALLENGE_WINDOW - 1;
            MinerActor.enroll(call, next, PROVING_DEADLINE);
        }
    }

    private static void advance(MinerState state) {
        state.currentDeadline = (state.currentDeadline + 1) % NetworkPolicy.DEADLINES;
        if (state.currentDeadline == 0) {
            state.provingPeriodStart += NetworkPolicy.PROVING_PERIOD;
        }
    }

    private static BigInteger expirePreCommits(MinerState state, long epoch) {
        TreeMap<Long, BitField> cleanup = state.cleanup();
        TreeMap<Long, PreCommitment> preCommits = state.preCommitments();
        BigInteger lost = BigInteger.ZERO;
        for (long due : List.copyOf(cleanup.headMap(epoch, true).keySet())) {
            for (long number : cleanup.remove(due).stream().boxed().toList()) {
                PreCommitment expired = preCommits.remove(number);
                lost = expired == null ? lost : lost.add(expired.deposit());
            }
        }
        state.preCommitDeposits = state.preCommitDeposits.subtract(lost);
        state.setCleanup(cleanup);
        state.setPreCommitments(preCommits);
        return lost;
    }
}

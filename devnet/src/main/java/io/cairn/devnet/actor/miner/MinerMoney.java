package io.cairn.devnet.actor.miner;

import io.cairn.devnet.actor.power.PowerActor;
import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;

/**
 * A miner's funds: rewards, vesting, debts, withdrawals.
 *
 * <p>Source: builtin-actors, actors/miner/src/lib.rs and state.rs.
 */
final class MinerMoney {

    private MinerMoney() {
    }

    static byte[] applyRewards(Invocation call, byte[] params) {
        call.requireCaller(Singletons.REWARD);
        CborReader r = new CborReader(params);
        r.tuple(2);
        BigInteger reward = r.bigInt();
        BigInteger penalty = r.bigInt();
        MinerState state = MinerActor.state(call);
        BigInteger locked = Fees.lockedReward(reward);
        ActorAbort.require(state.unlocked(call.balance()).compareTo(locked) >= 0, ExitCode.INSUFFICIENT_FUNDS, "reward cannot be locked");
        BigInteger vested = lock(state, call.epoch(), locked);
        state.feeDebt = state.feeDebt.add(penalty);
        Repaid repaid = repay(state, call);
        MinerActor.save(call, state);
        call.burn(repaid.amount());
        changePledge(call, locked.subtract(vested).subtract(repaid.fromVesting()));
        return ActorCode.NOTHING;
    }

    /** What a repayment burns, and how much of it left the vesting table. */
    record Repaid(BigInteger amount, BigInteger fromVesting) { }

    /** Locks {@code sum} for 180 days; returns what vested meanwhile. */
    static BigInteger lock(MinerState state, long epoch, BigInteger sum) {
        BigInteger vested = unlockVested(state, epoch);
        state.vesting = state.vesting.with(epoch, sum, state.provingPeriodStart);
        state.lockedFunds = state.lockedFunds.add(sum);
        return vested;
    }

    static BigInteger unlockVested(MinerState state, long epoch) {
        VestingTable.Unlocked vested = state.vesting.vested(epoch);
        state.vesting = vested.rest();
        state.lockedFunds = state.lockedFunds.subtract(vested.amount());
        return vested.amount();
    }

    /** Repays debt from what vests, then from the unlocked balance; the rest stays a debt. The caller burns the amount. */
    static Repaid repay(MinerState state, Invocation call) {
        BigInteger vested = unlockVested(state, call.epoch());
        VestingTable.Unlocked unvested = state.vesting.unvested(call.epoch(), state.feeDebt.subtract(vested).max(BigInteger.ZERO));
        state.vesting = unvested.rest();
        state.lockedFunds = state.lockedFunds.subtract(unvested.amount());
        BigInteger paid = state.unlocked(call.balance()).max(BigInteger.ZERO).min(state.feeDebt);
        state.feeDebt = state.feeDebt.subtract(paid);
        return new Repaid(paid, vested.add(unvested.amount()));
    }

    /** The whole debt must be payable from the unlocked balance; returns what is to be burnt. */
    static BigInteger repayOrAbort(MinerState state, Invocation call) {
        BigInteger debt = state.feeDebt;
        ActorAbort.require(state.unlocked(call.balance()).compareTo(debt) >= 0, ExitCode.INSUFFICIENT_FUNDS,
                "unlocked balance can not repay fee debt " + debt);
        state.feeDebt = BigInteger.ZERO;
        return debt;
    }

    static void changePledge(Invocation call, BigInteger delta) {
        if (delta.signum() != 0) {
            call.send(Singletons.POWER, PowerActor.UPDATE_PLEDGE_TOTAL, new CborWriter().bigInt(delta).toByteArray(), BigInteger.ZERO).orAbort();
        }
    }

    static void changePower(Invocation call, PowerPair delta) {
        if (!delta.isZero()) {
            byte[] params = new CborWriter().array(2).bigInt(delta.raw()).bigInt(delta.quality()).toByteArray();
            call.send(Singletons.POWER, PowerActor.UPDATE_CLAIMED_POWER, params, BigInteger.ZERO).orAbort();
        }
    }

    static byte[] withdraw(Invocation call, byte[] params) {
        CborReader r = new CborReader(params);
        r.tuple(1);
        BigInteger requested = r.bigInt();
        ActorAbort.require(requested.signum() >= 0, ExitCode.ILLEGAL_ARGUMENT, "amount " + requested + " is negative");
        MinerState state = MinerActor.state(call);
        long owner = state.profile().owner();
        call.requireCaller(owner);
        ActorAbort.require(state.earlyTerminations.isEmpty(), ExitCode.FORBIDDEN, "early terminations are pending");
        BigInteger vested = unlockVested(state, call.epoch());
        BigInteger burnt = repayOrAbort(state, call);
        BigInteger paid = state.available(call.balance().subtract(burnt)).max(BigInteger.ZERO).min(requested);
        MinerActor.save(call, state);
        call.burn(burnt);
        if (paid.signum() > 0) {
            call.send(owner, 0, ActorCode.NOTHING, paid).orAbort();
        }
        changePledge(call, vested.negate());
        return new CborWriter().bigInt(paid).toByteArray();
    }

    static byte[] repayDebt(Invocation call) {
        MinerState state = MinerActor.state(call);
        MinerActor.requireControl(call, state);
        Repaid repaid = repay(state, call);
        MinerActor.save(call, state);
        call.burn(repaid.amount());
        changePledge(call, repaid.fromVesting().negate());
        return ActorCode.NOTHING;
    }
}

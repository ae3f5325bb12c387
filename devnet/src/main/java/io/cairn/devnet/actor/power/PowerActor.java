package io.cairn.devnet.actor.power;

import io.cairn.devnet.actor.init.InitActor;
import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.SendResult;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the power of all miners and wakes them.
 *
 * <p>Source: builtin-actors, actors/power/src/lib.rs.
 */
public final class PowerActor implements ActorCode {

    public static final long CREATE_MINER = 2;
    public static final long UPDATE_CLAIMED_POWER = 3;
    public static final long ENROLL_CRON_EVENT = 4;
    public static final long ON_EPOCH_TICK_END = 5;
    public static final long UPDATE_PLEDGE_TOTAL = 6;
    public static final long CURRENT_TOTAL_POWER = 9;
    public static final long CREATE_MINER_EXPORTED = 1_173_380_165L;

    private static final long ON_DEFERRED_CRON_EVENT = 12;
    private static final int MOST_PEER_ID_BYTES = 128;
    private static final Logger LOG = LoggerFactory.getLogger(PowerActor.class);

    @Override
    public byte[] invoke(Invocation call, long method, byte[] params) {
        if (method == CREATE_MINER_EXPORTED) {
            return createMiner(call, params);
        }
        return switch ((int) Math.min(method, Integer.MAX_VALUE)) {
            case (int) CREATE_MINER -> createMiner(call, params);
            case (int) UPDATE_CLAIMED_POWER -> updateClaimedPower(call, params);
            case (int) ENROLL_CRON_EVENT -> enroll(call, params);
            case (int) ON_EPOCH_TICK_END -> onEpochTickEnd(call);
            case (int) UPDATE_PLEDGE_TOTAL -> updatePledgeTotal(call, params);
            case (int) CURRENT_TOTAL_POWER -> currentTotalPower(call);
            default -> throw ActorCode.unhandled(method);
        };
    }

    private static PowerState state(Invocation call) {
        return PowerState.load(call.store(), call.state());
    }

    private static byte[] createMiner(Invocation call, byte[] params) {
        CborReader r = new CborReader(params);
        r.tuple(5);
        byte[] owner = r.bytes(64);
        byte[] worker = r.bytes(64);
        long proofType = r.integer();
        byte[] peer = r.bytes(1024);
        byte[] multiaddrs = r.raw();
        ActorAbort.require(peer.length <= MOST_PEER_ID_BYTES, ExitCode.ILLEGAL_ARGUMENT, "peer id has " + peer.length + " bytes");
        CborWriter constructor = new CborWriter().array(6).bytes(owner).bytes(worker).array(0).integer(proofType).bytes(peer).raw(multiaddrs);
        byte[] exec = new CborWriter().array(2).cid(ActorKind.MINER.code()).bytes(constructor.toByteArray()).toByteArray();
        byte[] created = call.send(Singletons.INIT, InitActor.EXEC, exec, call.value()).orAbort();
        CborReader answer = new CborReader(created);
        answer.tuple(2);
        PowerState state = state(call);
        state.addMiner(Address.ofBytes(answer.bytes(64)).id(), (int) proofType);
        call.setState(state.save());
        return created;
    }

    private static byte[] updateClaimedPower(Invocation call, byte[] params) {
        requireMiner(call);
        CborReader r = new CborReader(params);
        r.tuple(2);
        PowerState state = state(call);
        ActorAbort.require(state.claim(call.caller()).isPresent(), ExitCode.NOT_FOUND, "no claim of t0" + call.caller());
        state.changeClaim(call.caller(), r.bigInt(), r.bigInt(), call.policy());
        call.setState(state.save());
        return NOTHING;
    }

    private static byte[] enroll(Invocation call, byte[] params) {
        requireMiner(call);
        CborReader r = new CborReader(params);
        r.tuple(2);
        long epoch = r.integer();
        ActorAbort.require(epoch >= 0, ExitCode.ILLEGAL_ARGUMENT, "cron event at epoch " + epoch);
        PowerState state = state(call);
        state.enroll(epoch, new CronEvent(call.caller(), r.bytes(1024)));
        call.setState(state.save());
        return NOTHING;
    }

    private static byte[] updatePledgeTotal(Invocation call, byte[] params) {
        requireMiner(call);
        PowerState state = state(call);
        ActorAbort.require(state.claim(call.caller()).isPresent(), ExitCode.FORBIDDEN, "unknown miner t0" + call.caller());
        state.totalPledge = state.totalPledge.add(new CborReader(params).bigInt());
        ActorAbort.require(state.totalPledge.signum() >= 0, ExitCode.ILLEGAL_STATE, "total pledge is " + state.totalPledge);
        call.setState(state.save());
        return NOTHING;
    }

    private static byte[] currentTotalPower(Invocation call) {
        PowerState state = state(call);
        CborWriter w = new CborWriter().array(6).bigInt(state.epochRaw).bigInt(state.epochQuality).bigInt(state.epochPledge);
        RewardActor.writeFilter(w, state.smoothed);
        return w.integer(state.rampStart).integer(state.rampDuration).toByteArray();
    }

    private static byte[] onEpochTickEnd(Invocation call) {
        call.requireCaller(Singletons.CRON);
        RewardActor.EpochReward reward = RewardActor.EpochReward.readFrom(
                call.send(Singletons.REWARD, RewardActor.THIS_EPOCH_REWARD, NOTHING, BigInteger.ZERO).orAbort());
        PowerState before = state(call);
        List<CronEvent> due = before.due(call.epoch());
        call.setState(before.save());
        due.forEach(event -> wake(call, event, reward));
        PowerState state = state(call);
        state.epochRaw = state.currentRaw(call.policy());
        state.epochQuality = state.currentQuality(call.policy());
        state.epochPledge = state.totalPledge;
        state.smoothed = state.smoothed.next(state.epochQuality, 1);
        call.setState(state.save());
        byte[] power = new CborWriter().bigInt(state.epochRaw).toByteArray();
        call.send(Singletons.REWARD, RewardActor.UPDATE_NETWORK_KPI, power, BigInteger.ZERO).orAbort();
        return NOTHING;
    }

    private static void wake(Invocation call, CronEvent event, RewardActor.EpochReward reward) {
        PowerState state = state(call);
        if (state.claim(event.miner()).isEmpty()) {
            return;
        }
        CborWriter w = new CborWriter().array(3).bytes(event.payload());
        RewardActor.writeFilter(w, reward.smoothed());
        RewardActor.writeFilter(w, state.smoothed);
        SendResult result = call.send(event.miner(), ON_DEFERRED_CRON_EVENT, w.toByteArray(), BigInteger.ZERO);
        if (!result.succeeded()) {
            LOG.error("cron of miner t0{} failed at epoch {} with exit code {}: {}; its claim is deleted", event.miner(), call.epoch(),
                    result.exitCode(), result.error());
            PowerState after = state(call);
            after.deleteClaim(event.miner(), call.policy());
            call.setState(after.save());
        }
    }

    private static void requireMiner(Invocation call) {
        ActorAbort.require(call.kindOf(call.caller()) == ActorKind.MINER, ExitCode.FORBIDDEN, "t0" + call.caller() + " is no miner");
    }
}

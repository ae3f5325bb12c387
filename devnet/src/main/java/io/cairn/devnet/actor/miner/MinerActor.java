package io.cairn.devnet.actor.miner;

import io.cairn.devnet.actor.power.PowerActor;
import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.economics.FilterEstimate;
import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.hash.Blake2b;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A storage provider's actor.
 *
 * <p>Source: builtin-actors, actors/miner/src/lib.rs.
 */
public final class MinerActor implements ActorCode {

    private static final int MOST_ADDRESS_BYTES = 64;
    private static final int MOST_MULTIADDR_BYTES = 1024;

    /** Figures of the network that pledge and fees depend on. */
    record Network(FilterEstimate reward, BigInteger baseline, FilterEstimate power, long rampStart, long rampDuration) { }

    @Override
    public byte[] invoke(Invocation call, long method, byte[] params) {
        return switch ((int) Math.min(method, Integer.MAX_VALUE)) {
            case 1 -> construct(call, params);
            case 2 -> controlAddresses(call);
            case 3 -> changeWorker(call, params);
            case 4 -> changePeer(call, params);
            case 5 -> checked(call, WindowProofs.submit(call, params));
            case 9 -> checked(call, Terminations.terminate(call, params));
            case 10 -> Faults.declare(call, params);
            case 11 -> checked(call, Faults.declareRecovered(call, params));
            case 12 -> checked(call, DeadlineCron.run(call, params));
            case 14 -> checked(call, MinerMoney.applyRewards(call, params));
            case 16 -> checked(call, MinerMoney.withdraw(call, params));
            case 18 -> changeMultiaddrs(call, params);
            case 22 -> checked(call, MinerMoney.repayDebt(call));
            case 28 -> checked(call, PreCommits.preCommit(call, params));
            case 34 -> checked(call, ProveCommits.prove(call, params));
            default -> throw ActorCode.unhandled(method);
        };
    }

    private static byte[] checked(Invocation call, byte[] returned) {
        MinerState state = state(call);
        ActorAbort.require(state.unlocked(call.balance()).signum() >= 0, ExitCode.BALANCE_INVARIANTS_BROKEN,
                "balance " + call.balance() + " does not cover deposits, pledge and locked funds");
        return returned;
    }

    static MinerState state(Invocation call) {
        return MinerState.load(call.store(), call.state());
    }

    static void save(Invocation call, MinerState state) {
        call.setState(state.save());
    }

    static void requireControl(Invocation call, MinerState state) {
        ActorAbort.require(state.profile().isControlledBy(call.caller()), ExitCode.FORBIDDEN,
                "t0" + call.caller() + " is neither owner nor worker nor control address of t0" + call.receiver());
    }

    static byte[] entropy(long miner) {
        return new CborWriter().bytes(Address.ofId(miner).bytes()).toByteArray();
    }

    static Network network(Invocation call) {
        RewardActor.EpochReward reward = RewardActor.EpochReward.readFrom(
                call.send(Singletons.REWARD, RewardActor.THIS_EPOCH_REWARD, NOTHING, BigInteger.ZERO).orAbort());
        CborReader r = new CborReader(call.send(Singletons.POWER, PowerActor.CURRENT_TOTAL_POWER, NOTHING, BigInteger.ZERO).orAbort());
        r.tuple(6);
        r.raw();
        r.raw();
        r.raw();
        FilterEstimate power = RewardActor.readFilter(r);
        return new Network(reward.smoothed(), reward.baseline(), power, r.integer(), r.integer());
    }

    static BigInteger pledge(Invocation call, Network network, BigInteger quality) {
        return Fees.initialPledge(quality, network.baseline(), network.reward(), network.power(), call.circulatingSupply(),
                call.epoch() - network.rampStart(), network.rampDuration());
    }

    private static byte[] construct(Invocation call, byte[] params) {
        call.requireCaller(Singletons.INIT);
        CborReader r = new CborReader(params);
        r.tuple(6);
        long owner = call.resolveOrAbort(Address.ofBytes(r.bytes(MOST_ADDRESS_BYTES)));
        long worker = call.resolveOrAbort(Address.ofBytes(r.bytes(MOST_ADDRESS_BYTES)));
        r.raw();
        int proofType = (int) r.integer();
        WindowProofType type = WindowProofType.ofNumber(proofType).orElseThrow(() -> new ActorAbort(ExitCode.ILLEGAL_ARGUMENT,
                "window proof type is " + proofType + ", expected one of the 2 KiB or 8 MiB types of version 1.1"));
        byte[] peer = r.bytes(MOST_MULTIADDR_BYTES);
        MinerProfile profile = new MinerProfile(owner, worker, List.of(), peer, multiaddrs(r), proofType, type.sectorSize(),
                type.partitionSectors(), -1);
        BigInteger deposit = pledge(call, network(call), call.policy().leastConsensusPower().divide(BigInteger.TEN));
        ActorAbort.require(call.balance().compareTo(deposit) >= 0, ExitCode.INSUFFICIENT_FUNDS,
                "creation deposit is " + deposit + ", received " + call.balance());
        long start = periodStart(call.receiver(), call.epoch());
        int deadline = (int) ((call.epoch() - start) / NetworkPolicy.CHALLENGE_WINDOW);
        MinerState state = MinerState.construct(call.store(), profile, start, deadline);
        MinerMoney.lock(state, call.epoch(), deposit);
        save(call, state);
        return NOTHING;
    }

    /** First epoch of the proving period that a miner made at {@code epoch} is in; may be negative. */
    public static long periodStart(long miner, long epoch) {
        byte[] seed = entropy(miner);
        byte[] digest = Blake2b.digest256(ByteBuffer.allocate(seed.length + Long.BYTES).put(seed).putLong(epoch).array());
        long offset = Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), NetworkPolicy.PROVING_PERIOD);
        long within = epoch % NetworkPolicy.PROVING_PERIOD;
        long progress = within >= offset ? within - offset : NetworkPolicy.PROVING_PERIOD - (offset - within);
        return epoch - progress;
    }

    private static List<byte[]> multiaddrs(CborReader r) {
        List<byte[]> multiaddrs = new ArrayList<>();
        int count = r.array();
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            byte[] multiaddr = r.bytes(MOST_MULTIADDR_BYTES);
            bytes += multiaddr.length;
            ActorAbort.require(multiaddr.length > 0, ExitCode.ILLEGAL_ARGUMENT, "multiaddress " + i + " is empty");
            multiaddrs.add(multiaddr);
        }
        ActorAbort.require(bytes <= MOST_MULTIADDR_BYTES, ExitCode.ILLEGAL_ARGUMENT, "multiaddresses have " + bytes + " bytes");
        return multiaddrs;
    }

    private static byte[] controlAddresses(Invocation call) {
        MinerProfile profile = state(call).profile();
        CborWriter w = new CborWriter().array(3).bytes(Address.ofId(profile.owner()).bytes())
                .bytes(Address.ofId(profile.worker()).bytes()).array(profile.control().size());
        profile.control().forEach(id -> w.bytes(Address.ofId(id).bytes()));
        return w.toByteArray();
    }

    /** Replaces the control addresses; the worker key of this chain's miners stays. */
    private static byte[] changeWorker(Invocation call, byte[] params) {
        MinerState state = state(call);
        MinerProfile profile = state.profile();
        call.requireCaller(profile.owner());
        CborReader r = new CborReader(params);
        r.tuple(2);
        long worker = call.resolveOrAbort(Address.ofBytes(r.bytes(MOST_ADDRESS_BYTES)));
        ActorAbort.require(worker == profile.worker(), ExitCode.FORBIDDEN, "a change of the worker key is not supported");
        List<Long> control = new ArrayList<>();
        int count = r.array();
        ActorAbort.require(count <= 10, ExitCode.ILLEGAL_ARGUMENT, count + " control addresses, expected at most 10");
        for (int i = 0; i < count; i++) {
            control.add(call.resolveOrAbort(Address.ofBytes(r.bytes(MOST_ADDRESS_BYTES))));
        }
        state.setProfile(profile.withControl(control));
        save(call, state);
        return NOTHING;
    }

    private static byte[] changePeer(Invocation call, byte[] params) {
        MinerState state = state(call);
        requireControl(call, state);
        CborReader r = new CborReader(params);
        r.tuple(1);
        state.setProfile(state.profile().withPeer(r.bytes(128)));
        save(call, state);
        return NOTHING;
    }

    private static byte[] changeMultiaddrs(Invocation call, byte[] params) {
        MinerState state = state(call);
        requireControl(call, state);
        CborReader r = new CborReader(params);
        r.tuple(1);
        state.setProfile(state.profile().withMultiaddrs(multiaddrs(r)));
        save(call, state);
        return NOTHING;
    }

    static void enroll(Invocation call, long epoch, int eventType) {
        byte[] params = new CborWriter().array(2).integer(epoch).bytes(cronPayload(eventType)).toByteArray();
        call.send(Singletons.POWER, PowerActor.ENROLL_CRON_EVENT, params, BigInteger.ZERO).orAbort();
    }

    static byte[] cronPayload(int eventType) {
        return new CborWriter().array(1).integer(eventType).toByteArray();
    }
}

package io.cairn.devnet.actor.reward;

import io.cairn.devnet.economics.FilterEstimate;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.state.Objects;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.SendResult;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.math.BigInteger;

/**
 * Pays block rewards.
 *
 * <p>Source: builtin-actors, actors/reward/src/lib.rs.
 */
public final class RewardActor implements ActorCode {

    public static final long AWARD_BLOCK_REWARD = 2;
    public static final long THIS_EPOCH_REWARD = 3;
    public static final long UPDATE_NETWORK_KPI = 4;

    private static final long APPLY_REWARDS = 14;
    private static final BigInteger PENALTY_MULTIPLIER = BigInteger.valueOf(3);
    private static final BigInteger ATTO = BigInteger.TEN.pow(18);
    private static final BigInteger SIMPLE_TOTAL = BigInteger.valueOf(330_000_000).multiply(ATTO);
    private static final BigInteger BASELINE_TOTAL = BigInteger.valueOf(770_000_000).multiply(ATTO);

    /** What ThisEpochReward answers. */
    public record EpochReward(FilterEstimate smoothed, BigInteger baseline) {

        /** Decodes the answer. */
        public static EpochReward readFrom(byte[] cbor) {
            CborReader r = new CborReader(cbor);
            r.tuple(2);
            return new EpochReward(readFilter(r), r.bigInt());
        }
    }

    /** Parameters of AwardBlockReward in CBOR. */
    public static byte[] award(long miner, BigInteger penalty, BigInteger gasReward, long wins) {
        return new CborWriter().array(4).bytes(Address.ofId(miner).bytes()).bigInt(penalty).bigInt(gasReward).integer(wins).toByteArray();
    }

    /** Stores a state. */
    public static Cid save(BlockStore store, RewardState s) {
        CborWriter w = new CborWriter().array(11).bigInt(s.baselineSum()).bigInt(s.realizedSum()).integer(s.effectiveTime())
                .bigInt(s.effectiveBaseline()).bigInt(s.epochReward());
        writeFilter(w, s.smoothedReward());
        w.bigInt(s.epochBaseline()).integer(s.epoch()).bigInt(s.minted()).bigInt(SIMPLE_TOTAL).bigInt(BASELINE_TOTAL);
        return Objects.put(store, w);
    }

    /** Reads a state. */
    public static RewardState load(BlockStore store, Cid head) {
        CborReader r = Objects.reader(store, head);
        r.tuple(11);
        return new RewardState(r.bigInt(), r.bigInt(), r.integer(), r.bigInt(), r.bigInt(), readFilter(r), r.bigInt(), r.integer(), r.bigInt());
    }

    /** Writes position and velocity. */
    public static void writeFilter(CborWriter w, FilterEstimate estimate) {
        w.array(2).bigInt(estimate.position()).bigInt(estimate.velocity());
    }

    /** Reads position and velocity. */
    public static FilterEstimate readFilter(CborReader r) {
        r.tuple(2);
        return new FilterEstimate(r.bigInt(), r.bigInt());
    }

    @Override
    public byte[] invoke(Invocation call, long method, byte[] params) {
        return switch ((int) method) {
            case (int) AWARD_BLOCK_REWARD -> awardBlockReward(call, params);
            case (int) THIS_EPOCH_REWARD -> thisEpochReward(call);
            case (int) UPDATE_NETWORK_KPI -> updateNetwork(call, params);
            default -> throw ActorCode.unhandled(method);
        };
    }

    private static byte[] awardBlockReward(Invocation call, byte[] params) {
        call.requireCaller(Singletons.SYSTEM);
        CborReader r = new CborReader(params);
        r.tuple(4);
        Address miner = Address.ofBytes(r.bytes(64));
        BigInteger penalty = r.bigInt();
        BigInteger gasReward = r.bigInt();
        long wins = r.integer();
        ActorAbort.require(call.balance().compareTo(gasReward) >= 0, ExitCode.ILLEGAL_STATE, "balance is below the gas reward " + gasReward);
        ActorAbort.require(wins > 0, ExitCode.ILLEGAL_ARGUMENT, "win count is " + wins + ", expected more than zero");
        RewardState state = load(call.store(), call.state());
        BigInteger blockReward = state.epochReward().multiply(BigInteger.valueOf(wins))
                .divide(BigInteger.valueOf(NetworkPolicy.EXPECTED_LEADERS));
        BigInteger total = blockReward.add(gasReward).min(call.balance());
        call.setState(save(call.store(), state.withMinted(total.subtract(gasReward))));
        byte[] apply = new CborWriter().array(2).bigInt(total).bigInt(penalty.multiply(PENALTY_MULTIPLIER)).toByteArray();
        SendResult paid = call.send(call.resolveOrAbort(miner), APPLY_REWARDS, apply, total);
        if (!paid.succeeded()) {
            call.burn(total);
        }
        return NOTHING;
    }

    private static byte[] thisEpochReward(Invocation call) {
        RewardState state = load(call.store(), call.state());
        CborWriter w = new CborWriter().array(2);
        writeFilter(w, state.smoothedReward());
        return w.bigInt(state.epochBaseline()).toByteArray();
    }

    private static byte[] updateNetwork(Invocation call, byte[] params) {
        call.requireCaller(Singletons.POWER);
        BigInteger power = new CborReader(params).bigInt();
        call.setState(save(call.store(), load(call.store(), call.state()).updated(power, call.epoch())));
        return NOTHING;
    }
}

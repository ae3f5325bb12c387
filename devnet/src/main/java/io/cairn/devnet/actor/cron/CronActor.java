package io.cairn.devnet.actor.cron;

import io.cairn.devnet.actor.market.MarketActor;
import io.cairn.devnet.actor.power.PowerActor;
import io.cairn.devnet.state.Objects;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.SendResult;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.math.BigInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs at the end of every epoch.
 *
 * <p>Source: builtin-actors, actors/cron/src/lib.rs.
 */
public final class CronActor implements ActorCode {

    /** Method number of EpochTick. */
    public static final long EPOCH_TICK = 2;

    private static final Logger LOG = LoggerFactory.getLogger(CronActor.class);

    /** The state at genesis. */
    public static Cid construct(BlockStore store) {
        CborWriter w = new CborWriter().array(1).array(2);
        w.array(2).bytes(Address.ofId(Singletons.POWER).bytes()).integer(PowerActor.ON_EPOCH_TICK_END);
        w.array(2).bytes(Address.ofId(Singletons.MARKET).bytes()).integer(MarketActor.CRON_TICK);
        return Objects.put(store, w);
    }

    @Override
    public byte[] invoke(Invocation call, long method, byte[] params) {
        if (method != EPOCH_TICK) {
            throw ActorCode.unhandled(method);
        }
        call.requireCaller(Singletons.SYSTEM);
        run(call, Singletons.POWER, PowerActor.ON_EPOCH_TICK_END);
        run(call, Singletons.MARKET, MarketActor.CRON_TICK);
        return NOTHING;
    }

    private static void run(Invocation call, long actor, long method) {
        SendResult result = call.send(actor, method, NOTHING, BigInteger.ZERO);
        if (!result.succeeded()) {
            LOG.warn("cron of t0{} failed at epoch {} with exit code {}: {}", actor, call.epoch(), result.exitCode(), result.error());
        }
    }
}

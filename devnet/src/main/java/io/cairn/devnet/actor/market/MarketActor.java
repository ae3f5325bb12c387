package io.cairn.devnet.actor.market;

import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;

/**
 * The storage market: escrow and deals.
 *
 * <p>Source: builtin-actors, actors/market/src/lib.rs.
 */
public final class MarketActor implements ActorCode {

    public static final long ADD_BALANCE = 2;
    public static final long WITHDRAW_BALANCE = 3;
    public static final long PUBLISH_STORAGE_DEALS = 4;
    public static final long CRON_TICK = 9;
    public static final long SECTOR_CONTENT_CHANGED = 2_034_386_435L;
    public static final long SETTLE_DEAL_PAYMENTS = 1_900_091_594L;

    private static final long CONTROL_ADDRESSES = 2;

    @Override
    public byte[] invoke(Invocation call, long method, byte[] params) {
        if (method == SECTOR_CONTENT_CHANGED) {
            return DealActivation.activate(call, params);
        }
        if (method == SETTLE_DEAL_PAYMENTS) {
            return DealSettlement.settle(call, params);
        }
        return switch ((int) Math.min(method, Integer.MAX_VALUE)) {
            case (int) ADD_BALANCE -> addBalance(call, params);
            case (int) WITHDRAW_BALANCE -> withdraw(call, params);
            case (int) PUBLISH_STORAGE_DEALS -> DealPublication.publish(call, params);
            case (int) CRON_TICK -> cron(call);
            default -> throw ActorCode.unhandled(method);
        };
    }

    static MarketState state(Invocation call) {
        return MarketState.load(call.store(), call.state());
    }

    private static byte[] cron(Invocation call) {
        call.requireCaller(Singletons.CRON);
        MarketState state = state(call);
        BigInteger slashed = state.expireUnactivated(call.epoch());
        call.setState(state.save());
        call.burn(slashed);
        return NOTHING;
    }

    private static byte[] addBalance(Invocation call, byte[] params) {
        ActorAbort.require(call.value().signum() > 0, ExitCode.ILLEGAL_ARGUMENT, "value is " + call.value() + ", expected more than zero");
        CborReader r = new CborReader(params);
        long id = call.resolveOrAbort(Address.ofBytes(r.bytes(64)));
        MarketState state = state(call);
        state.credit(id, call.value());
        call.setState(state.save());
        return NOTHING;
    }

    private static byte[] withdraw(Invocation call, byte[] params) {
        CborReader r = new CborReader(params);
        r.tuple(2);
        long id = call.resolveOrAbort(Address.ofBytes(r.bytes(64)));
        BigInteger requested = r.bigInt();
        ActorAbort.require(requested.signum() >= 0, ExitCode.ILLEGAL_ARGUMENT, "amount " + requested + " is negative");
        long recipient = recipient(call, id);
        MarketState state = state(call);
        BigInteger paid = state.free(id).min(requested);
        state.debit(id, paid);
        call.setState(state.save());
        call.send(recipient, 0, NOTHING, paid).orAbort();
        return new CborWriter().bigInt(paid).toByteArray();
    }

    private static long recipient(Invocation call, long id) {
        if (call.kindOf(id) != ActorKind.MINER) {
            call.requireCaller(id);
            return id;
        }
        long[] control = control(call, id);
        call.requireCaller(control[0], control[1]);
        return control[0];
    }

    /** Owner, worker and control addresses of a miner, by id. */
    static long[] control(Invocation call, long miner) {
        CborReader r = new CborReader(call.send(miner, CONTROL_ADDRESSES, NOTHING, BigInteger.ZERO).orAbort());
        r.tuple(3);
        long owner = Address.ofBytes(r.bytes(64)).id();
        long worker = Address.ofBytes(r.bytes(64)).id();
        long[] ids = new long[2 + r.array()];
        ids[0] = owner;
        ids[1] = worker;
        for (int i = 2; i < ids.length; i++) {
            ids[i] = Address.ofBytes(r.bytes(64)).id();
        }
        return ids;
    }
}

package io.cairn.devnet.actor.market;

import io.cairn.devnet.actor.market.MarketState.Activation;
import io.cairn.devnet.actor.market.MarketState.Settled;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settlement of deals by whoever asks for it: pays providers, completes what has ended, ends what never became active.
 *
 * <p>Source: builtin-actors, actors/market/src/lib.rs (settle_deal_payments).
 */
final class DealSettlement {

    private record Failure(int index, int code) { }

    private final MarketState state;
    private final long epoch;
    private final List<Settled> settled = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private BigInteger burnt = BigInteger.ZERO;

    private DealSettlement(MarketState state, long epoch) {
        this.state = state;
        this.epoch = epoch;
    }

    static byte[] settle(Invocation call, byte[] params) {
        List<Long> ids = CborReader.readAll(params, BitField::readFrom).stream().boxed().toList();
        MarketState state = MarketActor.state(call);
        DealSettlement settlement = new DealSettlement(state, call.epoch());
        for (int i = 0; i < ids.size(); i++) {
            settlement.settle(i, ids.get(i));
        }
        call.setState(state.save());
        call.burn(settlement.burnt);
        return settlement.result();
    }

    private void settle(int index, long id) {
        Optional<Deal> found = state.deal(id);
        if (found.isEmpty()) {
            failures.add(new Failure(index, id < state.published() ? ExitCode.DEAL_EXPIRED : ExitCode.NOT_FOUND));
            return;
        }
        Deal deal = found.get();
        Optional<Activation> active = state.activation(id);
        if (active.isPresent()) {
            settled.add(state.settle(id, deal, active.get(), epoch));
        } else if (epoch < deal.start()) {
            failures.add(new Failure(index, ExitCode.DEAL_NOT_ACTIVATED));
        } else {
            burnt = burnt.add(state.timeOut(id, deal));
            failures.add(new Failure(index, ExitCode.DEAL_EXPIRED));
        }
    }

    private byte[] result() {
        CborWriter w = new CborWriter().array(2).array(2).unsigned(settled.size()).array(failures.size());
        failures.forEach(failure -> w.array(2).unsigned(failure.index()).unsigned(failure.code()));
        w.array(settled.size());
        settled.forEach(each -> w.array(2).bigInt(each.payment()).bool(each.completed()));
        return w.toByteArray();
    }
}

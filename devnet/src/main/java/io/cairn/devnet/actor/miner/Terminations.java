package io.cairn.devnet.actor.miner;

import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.economics.FilterEstimate;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;

/**
 * Sectors that leave before their time, and what that costs.
 *
 * <p>Source: builtin-actors, actors/miner/src/lib.rs (terminate_sectors, process_early_terminations).
 */
final class Terminations {

    private Terminations() {
    }

    static byte[] terminate(Invocation call, byte[] params) {
        MinerState state = MinerActor.state(call);
        MinerActor.requireControl(call, state);
        Sectors all = state.sectors();
        PowerPair lost = PowerPair.ZERO;
        for (Faults.Declaration declaration : Faults.Declaration.readAll(params)) {
            Window window = state.windowAt(call.epoch()).of(declaration.deadline());
            ActorAbort.require(window.isMutable(), ExitCode.ILLEGAL_ARGUMENT, "deadline " + declaration.deadline() + " is immutable now");
            lost = lost.plus(state.deadline(declaration.deadline()).terminate(declaration.partition(), declaration.sectors(), all,
                    call.epoch(), state.quantization(declaration.deadline())));
            state.earlyTerminations = state.earlyTerminations.union(BitField.of(declaration.deadline()));
        }
        MinerActor.Network network = MinerActor.network(call);
        BigInteger pledge = process(state, network.reward(), network.power());
        MinerMoney.Repaid repaid = MinerMoney.repay(state, call);
        MinerActor.save(call, state);
        MinerMoney.changePower(call, lost.negate());
        call.burn(repaid.amount());
        MinerMoney.changePledge(call, pledge.negate().subtract(repaid.fromVesting()));
        return new CborWriter().array(1).bool(true).toByteArray();
    }

    /** Charges for all pending early terminations and forgets the sectors; returns the pledge that they release. */
    static BigInteger process(MinerState state, FilterEstimate reward, FilterEstimate power) {
        Sectors all = state.sectors();
        BigInteger released = BigInteger.ZERO;
        BitField gone = BitField.EMPTY;
        for (long index : state.earlyTerminations.stream().boxed().toList()) {
            for (var early : state.deadline((int) index).popEarly().entrySet()) {
                for (SectorInfo sector : all.get(early.getValue())) {
                    BigInteger faultFee = Fees.continuedFault(reward, power, sector.power(all.sectorSize()));
                    state.feeDebt = state.feeDebt.add(Fees.termination(sector.pledge(), early.getKey() - sector.activation(), faultFee));
                    released = released.add(sector.pledge());
                }
                gone = gone.union(early.getValue());
            }
        }
        state.earlyTerminations = BitField.EMPTY;
        state.initialPledge = state.initialPledge.subtract(released);
        all.remove(gone);
        state.setSectors(all);
        return released;
    }
}

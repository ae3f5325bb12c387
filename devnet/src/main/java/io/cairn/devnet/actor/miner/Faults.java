package io.cairn.devnet.actor.miner;

import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Declarations of faults and recoveries, before the window's cut-off.
 *
 * <p>Source: builtin-actors, actors/miner/src/lib.rs (declare_faults, declare_faults_recovered).
 */
final class Faults {

    /** Sectors of one partition. */
    record Declaration(int deadline, long partition, BitField sectors) {

        static List<Declaration> readAll(byte[] params) {
            CborReader r = new CborReader(params);
            r.tuple(1);
            List<Declaration> declarations = new ArrayList<>();
            int count = r.array();
            for (int i = 0; i < count; i++) {
                r.tuple(3);
                long deadline = r.unsigned();
                ActorAbort.require(deadline < NetworkPolicy.DEADLINES, ExitCode.ILLEGAL_ARGUMENT, "deadline " + deadline + " is out of range");
                declarations.add(new Declaration((int) deadline, r.unsigned(), BitField.readFrom(r)));
            }
            long addressed = declarations.stream().mapToLong(d -> d.sectors().count()).sum();
            ActorAbort.require(addressed <= NetworkPolicy.MOST_ADDRESSED_SECTORS, ExitCode.ILLEGAL_ARGUMENT, addressed + " sectors addressed");
            return declarations;
        }
    }

    private Faults() {
    }

    static byte[] declare(Invocation call, byte[] params) {
        MinerState state = MinerActor.state(call);
        MinerActor.requireControl(call, state);
        Sectors all = state.sectors();
        PowerPair claim = PowerPair.ZERO;
        for (Declaration declaration : Declaration.readAll(params)) {
            Window window = beforeCutoff(call, state, declaration);
            claim = claim.plus(state.deadline(declaration.deadline()).declareFaults(declaration.partition(), declaration.sectors(), all,
                    window.last() + NetworkPolicy.FAULT_MAX_AGE, state.quantization(declaration.deadline())));
        }
        MinerActor.save(call, state);
        MinerMoney.changePower(call, claim);
        return ActorCode.NOTHING;
    }

    static byte[] declareRecovered(Invocation call, byte[] params) {
        MinerState state = MinerActor.state(call);
        BigInteger burnt = MinerMoney.repayOrAbort(state, call);
        MinerActor.requireControl(call, state);
        ActorAbort.require(call.epoch() > state.profile().consensusFaultElapsed(), ExitCode.FORBIDDEN, "a consensus fault is active");
        Sectors all = state.sectors();
        for (Declaration declaration : Declaration.readAll(params)) {
            beforeCutoff(call, state, declaration);
            state.deadline(declaration.deadline()).partition(declaration.partition()).declareRecoveries(declaration.sectors(), all);
        }
        MinerActor.save(call, state);
        call.burn(burnt);
        return ActorCode.NOTHING;
    }

    private static Window beforeCutoff(Invocation call, MinerState state, Declaration declaration) {
        Window window = state.windowAt(call.epoch()).of(declaration.deadline()).nextNotElapsed();
        ActorAbort.require(call.epoch() < window.faultCutoff(), ExitCode.ILLEGAL_ARGUMENT,
                "declarations for deadline " + declaration.deadline() + " ended at epoch " + window.faultCutoff());
        return window;
    }
}

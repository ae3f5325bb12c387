package io.cairn.devnet.actor.market;

import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.util.Optional;

/** A miner tells that pieces of deals are in a proven sector. */
final class DealActivation {

    private DealActivation() {
    }

    static byte[] activate(Invocation call, byte[] params) {
        ActorAbort.require(call.kindOf(call.caller()) == ActorKind.MINER, ExitCode.FORBIDDEN, "t0" + call.caller() + " is no miner");
        MarketState state = MarketActor.state(call);
        CborReader r = new CborReader(params);
        r.tuple(1);
        int sectors = r.array();
        CborWriter w = new CborWriter().array(1).array(sectors);
        for (int i = 0; i < sectors; i++) {
            r.tuple(3);
            long sector = r.unsigned();
            long commitment = r.integer();
            int pieces = r.array();
            w.array(1).array(pieces);
            for (int k = 0; k < pieces; k++) {
                r.tuple(3);
                w.array(1).bool(accept(call, state, sector, commitment, r.cid(), r.unsigned(), r.bytes(1024)));
            }
        }
        call.setState(state.save());
        return w.toByteArray();
    }

    private static boolean accept(Invocation call, MarketState state, long sector, long commitment, Cid piece, long size, byte[] payload) {
        long id = new CborReader(payload).unsigned();
        Optional<Deal> found = state.deal(id);
        if (found.isEmpty() || state.activation(id).isPresent()) {
            return false;
        }
        Deal deal = found.get();
        boolean fits = deal.provider().id() == call.caller() && call.epoch() <= deal.start() && deal.end() <= commitment
                && state.isPending(deal) && deal.pieceCid().equals(piece) && deal.size() == size;
        if (fits) {
            state.activate(id, sector, call.epoch());
        }
        return fits;
    }
}

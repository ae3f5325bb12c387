package io.cairn.devnet.actor.market;

import io.cairn.devnet.actor.account.AccountActor;
import io.cairn.devnet.actor.power.PowerActor;
import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Commitments;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Publication of deals: each is taken or dropped on its own.
 *
 * <p>Source: builtin-actors, actors/market/src/lib.rs (publish_storage_deals).
 */
final class DealPublication {

    private static final long LEAST_DURATION = 518_400;
    private static final long MOST_DURATION = 3_680_640;
    private static final int MOST_LABEL_BYTES = 256;
    private static final BigInteger MOST_AMOUNT = BigInteger.valueOf(2_000_000_000).multiply(BigInteger.TEN.pow(18));

    private record Signed(Deal deal, byte[] proposal, byte[] signature) { }

    private DealPublication() {
    }

    static byte[] publish(Invocation call, byte[] params) {
        List<Signed> proposals = read(params);
        ActorAbort.require(!proposals.isEmpty(), ExitCode.ILLEGAL_ARGUMENT, "no deals");
        long provider = call.resolveOrAbort(proposals.getFirst().deal().provider());
        ActorAbort.require(call.kindOf(provider) == ActorKind.MINER, ExitCode.ILLEGAL_ARGUMENT, "provider t0" + provider + " is no miner");
        long[] control = MarketActor.control(call, provider);
        ActorAbort.require(Arrays.stream(control).anyMatch(id -> id == call.caller()), ExitCode.FORBIDDEN,
                "t0" + call.caller() + " does not control t0" + provider);
        BigInteger baseline = baseline(call);
        BigInteger networkRaw = networkRaw(call);
        MarketState state = MarketActor.state(call);
        List<Long> ids = new ArrayList<>();
        List<Long> valid = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            OptionalLong client = accepted(call, state, proposals.get(i), provider, baseline, networkRaw);
            if (client.isPresent()) {
                ids.add(state.add(proposals.get(i).deal().between(client.getAsLong(), provider)));
                valid.add((long) i);
            }
        }
        ActorAbort.require(!ids.isEmpty(), ExitCode.ILLEGAL_ARGUMENT, "All deal proposals invalid");
        call.setState(state.save());
        CborWriter w = new CborWriter().array(2).array(ids.size());
        ids.forEach(w::unsigned);
        BitField.of(valid).writeTo(w);
        return w.toByteArray();
    }

    private static List<Signed> read(byte[] params) {
        CborReader r = new CborReader(params);
        r.tuple(1);
        List<Signed> proposals = new ArrayList<>();
        int count = r.array();
        for (int i = 0; i < count; i++) {
            r.tuple(2);
            byte[] proposal = r.raw();
            proposals.add(new Signed(Deal.readFrom(new CborReader(proposal)), proposal, r.bytes(128)));
        }
        return proposals;
    }

    private static BigInteger baseline(Invocation call) {
        return RewardActor.EpochReward.readFrom(
                call.send(Singletons.REWARD, RewardActor.THIS_EPOCH_REWARD, ActorCode.NOTHING, BigInteger.ZERO).orAbort()).baseline();
    }

    private static BigInteger networkRaw(Invocation call) {
        CborReader r = new CborReader(call.send(Singletons.POWER, PowerActor.CURRENT_TOTAL_POWER, ActorCode.NOTHING, BigInteger.ZERO).orAbort());
        r.tuple(6);
        return r.bigInt();
    }

    private static OptionalLong accepted(Invocation call, MarketState state, Signed signed, long provider, BigInteger baseline, BigInteger networkRaw) {
        Deal deal = signed.deal();
        OptionalLong client = call.resolve(deal.client());
        if (client.isEmpty() || !termsHold(call, deal, baseline, networkRaw) || !isProvider(call, deal, provider) || !isSigned(call, client.getAsLong(), signed)) {
            return OptionalLong.empty();
        }
        Deal normal = deal.between(client.getAsLong(), provider);
        boolean funded = state.free(client.getAsLong()).compareTo(deal.clientFunds()) >= 0
                && state.free(provider).compareTo(deal.providerCollateral()) >= 0;
        return funded && !state.isPending(normal) ? client : OptionalLong.empty();
    }

    private static boolean isProvider(Invocation call, Deal deal, long provider) {
        OptionalLong named = call.resolve(deal.provider());
        return named.isPresent() && named.getAsLong() == provider;
    }

    private static boolean termsHold(Invocation call, Deal deal, BigInteger baseline, BigInteger networkRaw) {
        long duration = deal.end() - deal.start();
        BigInteger least = Fees.providerCollateral(BigInteger.valueOf(deal.size()), networkRaw, baseline, call.circulatingSupply());
        return !deal.verified() && deal.size() >= 128 && Long.bitCount(deal.size()) == 1 && Commitments.isPieceCid(deal.pieceCid())
                && deal.label().length <= MOST_LABEL_BYTES + 3 && call.epoch() <= deal.start()
                && duration >= LEAST_DURATION && duration <= MOST_DURATION && within(BigInteger.ZERO, deal.price())
                && within(least, deal.providerCollateral()) && within(BigInteger.ZERO, deal.clientCollateral());
    }

    private static boolean within(BigInteger least, BigInteger amount) {
        return amount.compareTo(least) >= 0 && amount.compareTo(MOST_AMOUNT) <= 0;
    }

    private static boolean isSigned(Invocation call, long client, Signed signed) {
        if (signed.signature().length < 1) {
            return false;
        }
        byte[] untyped = Arrays.copyOfRange(signed.signature(), 1, signed.signature().length);
        byte[] params = new CborWriter().array(2).bytes(untyped).bytes(signed.proposal()).toByteArray();
        return call.send(client, AccountActor.AUTHENTICATE_MESSAGE, params, BigInteger.ZERO).succeeded();
    }
}

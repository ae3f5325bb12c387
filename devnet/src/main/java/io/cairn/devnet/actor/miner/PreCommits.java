package io.cairn.devnet.actor.miner;

import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.economics.Quality;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ActorCode;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Invocation;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cid.Commitments;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Precommitments.
 *
 * <p>Source: builtin-actors, actors/miner/src/lib.rs (pre_commit_sector_batch_inner).
 */
final class PreCommits {

    private PreCommits() {
    }

    static byte[] preCommit(Invocation call, byte[] params) {
        List<PreCommitment.Info> infos = read(params);
        require(!infos.isEmpty(), "the batch is empty");
        Set<Long> numbers = new HashSet<>();
        infos.forEach(info -> check(call, info, numbers));
        MinerActor.Network network = MinerActor.network(call);
        MinerState state = MinerActor.state(call);
        BigInteger burnt = MinerMoney.repayOrAbort(state, call);
        MinerActor.requireControl(call, state);
        MinerProfile profile = state.profile();
        ActorAbort.require(call.epoch() > profile.consensusFaultElapsed(), ExitCode.FORBIDDEN, "a consensus fault is active");
        infos.forEach(info -> require(WindowProofType.ofSealProof(info.sealProof()).orElseThrow().number() == profile.postProof(),
                "seal proof " + info.sealProof() + " does not fit the miner's window proof type"));
        BigInteger deposit = Fees.preCommitDeposit(network.reward(), network.power(), Quality.greatestPower(profile.sectorSize()));
        BigInteger total = deposit.multiply(BigInteger.valueOf(infos.size()));
        ActorAbort.require(state.available(call.balance().subtract(burnt)).compareTo(total) >= 0, ExitCode.INSUFFICIENT_FUNDS,
                "insufficient funds for the deposit " + total);
        store(call, state, infos, deposit);
        state.preCommitDeposits = state.preCommitDeposits.add(total);
        boolean activates = !state.cronActive;
        state.cronActive = true;
        Window window = state.windowAt(call.epoch());
        if (activates) {
            state.provingPeriodStart = window.periodStart();
            state.currentDeadline = window.index();
        }
        MinerActor.save(call, state);
        call.burn(burnt);
        if (activates) {
            MinerActor.enroll(call, window.last(), DeadlineCron.PROVING_DEADLINE);
        }
        return ActorCode.NOTHING;
    }

    private static List<PreCommitment.Info> read(byte[] params) {
        CborReader r = new CborReader(params);
        r.tuple(1);
        List<PreCommitment.Info> infos = new ArrayList<>();
        int count = r.array();
        for (int i = 0; i < count; i++) {
            infos.add(PreCommitment.Info.readFrom(r));
        }
        return infos;
    }

    private static void check(Invocation call, PreCommitment.Info info, Set<Long> numbers) {
        long now = call.epoch();
        String sector = "sector " + info.number() + ": ";
        require(numbers.add(info.number()), sector + "appears twice in the batch");
        require(WindowProofType.ofSealProof(info.sealProof()).isPresent(), sector + "seal proof " + info.sealProof() + " is not allowed");
        require(info.number() >= 0, sector + "number is above 2^63 - 1");
        require(Commitments.isSealedCid(info.sealedCid()), sector + "sealed CID " + info.sealedCid() + " has a wrong prefix");
        require(info.sealRandomnessEpoch() < now, sector + "seal randomness of epoch " + info.sealRandomnessEpoch() + " is not past");
        require(info.sealRandomnessEpoch() >= now - NetworkPolicy.MOST_SEAL_RANDOMNESS_LOOKBACK,
                sector + "seal randomness of epoch " + info.sealRandomnessEpoch() + " is too old");
        info.unsealedCid().ifPresent(cid -> require(Commitments.isPieceCid(cid), sector + "unsealed CID " + cid + " has a wrong prefix"));
        require(info.deals().isEmpty(), sector + "deal ids are given when the sector is proven, through its pieces");
        long activation = now + call.policy().mostProveCommitDelay();
        checkExpiration(info.expiration(), activation, now);
    }

    static void checkExpiration(long expiration, long activation, long now) {
        require(expiration > activation && expiration - activation >= NetworkPolicy.LEAST_SECTOR_TERM,
                "expiration " + expiration + " is less than " + NetworkPolicy.LEAST_SECTOR_TERM + " epochs after activation " + activation);
        require(expiration <= now + NetworkPolicy.MOST_EXTENSION, "expiration " + expiration + " is too far from epoch " + now);
        require(expiration - activation <= NetworkPolicy.MOST_SECTOR_TERM, "expiration " + expiration + " exceeds the longest term");
    }

    private static void store(Invocation call, MinerState state, List<PreCommitment.Info> infos, BigInteger deposit) {
        BitField numbers = BitField.of(infos.stream().map(PreCommitment.Info::number).toList());
        BitField allocated = state.allocated();
        require(!allocated.intersects(numbers), "a sector number was used before");
        state.setAllocated(allocated.union(numbers));
        TreeMap<Long, PreCommitment> preCommits = state.preCommitments();
        infos.forEach(info -> preCommits.put(info.number(), new PreCommitment(info, deposit, call.epoch())));
        state.setPreCommitments(preCommits);
        long epoch = new Quantization(NetworkPolicy.CHALLENGE_WINDOW, state.provingPeriodStart)
                .up(call.epoch() + call.policy().mostProveCommitDelay() + NetworkPolicy.PRE_COMMIT_CLEANUP_DELAY);
        TreeMap<Long, BitField> cleanup = state.cleanup();
        cleanup.merge(epoch, numbers, BitField::union);
        state.setCleanup(cleanup);
    }

    private static void require(boolean holds, String message) {
        ActorAbort.require(holds, ExitCode.ILLEGAL_ARGUMENT, message);
    }
}

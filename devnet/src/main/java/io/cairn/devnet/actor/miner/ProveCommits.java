package io.cairn.devnet.actor.miner;

import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.economics.Quality;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.ActorAbort;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.GasPrices;
import io.cairn.devnet.vm.Invocation;
import io.cairn.devnet.vm.ProofVerifier;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Proofs of replication, one per sector.
 *
 * <p>Source: builtin-actors, actors/miner/src/lib.rs (prove_commit_sectors3).
 */
final class ProveCommits {

    private static final long TICKET_TAG = 5;
    private static final long SEED_TAG = 6;
    private static final int MOST_PROOF_BYTES = 1920;

    private record Claimed(SectorPieces pieces, PreCommitment preCommit, byte[] proof) { }

    private ProveCommits() {
    }

    static byte[] prove(Invocation call, byte[] params) {
        ProveCommitParameters p = ProveCommitParameters.read(params);
        MinerState state = MinerActor.state(call);
        MinerActor.requireControl(call, state);
        List<Claimed> claimed = claim(state, p);
        List<Integer> failed = new ArrayList<>();
        List<Claimed> proven = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            if (isProven(call, claimed.get(i))) {
                proven.add(claimed.get(i));
            } else {
                failed.add(i);
            }
        }
        boolean enough = p.requireActivationSuccess() ? failed.isEmpty() : !proven.isEmpty();
        ActorAbort.require(enough, ExitCode.ILLEGAL_ARGUMENT, "proofs or terms of sectors at " + failed + " are invalid");
        BigInteger pledge = activate(call, state, proven);
        MinerActor.save(call, state);
        MinerMoney.changePledge(call, pledge);
        SectorNotifications.send(call, proven.stream().map(c -> new SectorNotifications.Notice(c.pieces(), c.preCommit().info().expiration())).toList(),
                p.requireNotificationSuccess());
        return result(proven.size(), failed);
    }

    private static List<Claimed> claim(MinerState state, ProveCommitParameters p) {
        require(!p.sectors().isEmpty(), "no sectors");
        require(p.aggregate().length == 0 && p.aggregateType().isEmpty(), "aggregated proofs are not taken on this chain");
        require(p.proofs().size() == p.sectors().size(), p.proofs().size() + " proofs for " + p.sectors().size() + " sectors");
        TreeMap<Long, PreCommitment> preCommits = state.preCommitments();
        List<Claimed> claimed = new ArrayList<>();
        for (int i = 0; i < p.sectors().size(); i++) {
            long number = p.sectors().get(i).number();
            PreCommitment preCommit = Optional.ofNullable(preCommits.get(number))
                    .orElseThrow(() -> new ActorAbort(ExitCode.NOT_FOUND, "sector " + number + " is not precommitted"));
            require(p.proofs().get(i).length <= MOST_PROOF_BYTES, "proof of sector " + number + " is too long");
            claimed.add(new Claimed(p.sectors().get(i), preCommit, p.proofs().get(i)));
        }
        return claimed;
    }

    private static boolean isProven(Invocation call, Claimed claimed) {
        PreCommitment.Info info = claimed.preCommit().info();
        long seedEpoch = claimed.preCommit().epoch() + call.policy().preCommitChallengeDelay();
        ActorAbort.require(call.epoch() > seedEpoch, ExitCode.FORBIDDEN,
                "sector " + info.number() + " may be proven after epoch " + seedEpoch);
        if (call.epoch() > claimed.preCommit().epoch() + call.policy().mostProveCommitDelay()) {
            return false;
        }
        Cid data = call.verifier().unsealedCid(info.sealProof(), claimed.pieces().cids(), claimed.pieces().sizes());
        Cid declared = info.unsealedCid().orElseGet(() -> call.verifier().unsealedCid(info.sealProof(), List.of(), List.of()));
        require(data.equals(declared), "pieces of sector " + info.number() + " make unsealed CID " + data + ", precommitted " + declared);
        byte[] entropy = MinerActor.entropy(call.receiver());
        byte[] ticket = call.randomnessFromTickets(TICKET_TAG, info.sealRandomnessEpoch(), entropy);
        byte[] seed = call.randomnessFromBeacon(SEED_TAG, seedEpoch, entropy);
        call.charge(GasPrices.sealProof());
        return call.verifier().verifySeal(new ProofVerifier.Seal(info.sealProof(), call.receiver(), info.number(), ticket, seed,
                info.sealedCid(), declared, claimed.proof()));
    }

    private static BigInteger activate(Invocation call, MinerState state, List<Claimed> proven) {
        MinerActor.Network network = MinerActor.network(call);
        MinerProfile profile = state.profile();
        TreeMap<Long, PreCommitment> preCommits = state.preCommitments();
        Sectors sectors = state.sectors();
        List<SectorInfo> added = new ArrayList<>();
        BigInteger pledge = BigInteger.ZERO;
        BigInteger deposits = BigInteger.ZERO;
        for (Claimed claimed : proven) {
            SectorInfo sector = sector(call, network, profile.sectorSize(), claimed);
            pledge = pledge.add(sector.pledge());
            deposits = deposits.add(claimed.preCommit().deposit());
            preCommits.remove(sector.number());
            sectors.put(sector);
            added.add(sector);
        }
        state.setPreCommitments(preCommits);
        state.setSectors(sectors);
        state.preCommitDeposits = state.preCommitDeposits.subtract(deposits);
        ActorAbort.require(state.unlocked(call.balance()).compareTo(pledge) >= 0, ExitCode.INSUFFICIENT_FUNDS,
                "insufficient funds for the initial pledge " + pledge);
        state.initialPledge = state.initialPledge.add(pledge);
        assign(state, added, call.epoch(), false);
        return pledge;
    }

    private static SectorInfo sector(Invocation call, MinerActor.Network network, long size, Claimed claimed) {
        PreCommitment.Info info = claimed.preCommit().info();
        long now = call.epoch();
        long duration = info.expiration() - now;
        require(duration >= NetworkPolicy.LEAST_SECTOR_TERM, "sector " + info.number() + " would expire after " + duration + " epochs");
        BigInteger space = BigInteger.valueOf(claimed.pieces().sizes().stream().mapToLong(Long::longValue).sum());
        BigInteger quality = Quality.power(size, duration, BigInteger.ZERO);
        return new SectorInfo(info.number(), info.sealProof(), info.sealedCid(), now, info.expiration(),
                space.multiply(BigInteger.valueOf(duration)), BigInteger.ZERO, MinerActor.pledge(call, network, quality), now,
                Optional.empty(), 1, Fees.daily(call.circulatingSupply(), quality));
    }

    /** Gives each new sector its deadline and partition; {@code proven} sectors are active at once. */
    static void assign(MinerState state, List<SectorInfo> added, long epoch, boolean proven) {
        MinerProfile profile = state.profile();
        List<DeadlineAssignment.Candidate> candidates = new ArrayList<>();
        Window window = state.windowAt(epoch);
        for (int i = 0; i < NetworkPolicy.DEADLINES; i++) {
            if (window.of(i).isMutable()) {
                candidates.add(new DeadlineAssignment.Candidate(i, state.deadline(i).liveSectors, state.deadline(i).totalSectors));
            }
        }
        DeadlineAssignment assignment = new DeadlineAssignment(profile.partitionSectors(), NetworkPolicy.MOST_PARTITIONS_PER_DEADLINE, candidates);
        TreeMap<Integer, List<SectorInfo>> byDeadline = new TreeMap<>();
        added.stream().sorted(Comparator.comparingLong(SectorInfo::number))
                .forEach(sector -> byDeadline.computeIfAbsent(next(assignment), i -> new ArrayList<>()).add(sector));
        byDeadline.forEach((index, sectors) -> state.deadline(index).addSectors(sectors, proven, profile.partitionSectors(),
                state.quantization(index), profile.sectorSize()));
    }

    private static int next(DeadlineAssignment assignment) {
        try {
            return assignment.next();
        } catch (NoSuchElementException full) {
            throw new ActorAbort(ExitCode.ILLEGAL_STATE, full.getMessage());
        }
    }

    private static byte[] result(int succeeded, List<Integer> failed) {
        CborWriter w = new CborWriter().array(2).unsigned(succeeded).array(failed.size());
        failed.forEach(index -> w.array(2).unsigned(index).unsigned(ExitCode.ILLEGAL_ARGUMENT));
        return w.toByteArray();
    }

    private static void require(boolean holds, String message) {
        ActorAbort.require(holds, ExitCode.ILLEGAL_ARGUMENT, message);
    }
}

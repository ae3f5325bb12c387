package io.cairn.devnet.chain;

import io.cairn.devnet.actor.Actors;
import io.cairn.devnet.actor.miner.MinerState;
import io.cairn.devnet.actor.miner.SectorInfo;
import io.cairn.devnet.actor.power.Claim;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What decides whether and with which sectors a miner may win an epoch. Power, worker and sectors are those of the state 900 epochs
 * before (lotus: chain/stmgr/actors.go (MinerGetBaseInfo), utils.go (GetLookbackTipSetForRound)).
 *
 * @param minerPower quality-adjusted bytes of the miner
 * @param networkPower quality-adjusted bytes of the network
 * @param challenged the sectors that the winning proof must show
 * @param workerKey the BLS address that signs
 * @param winningProof the kind of winning proof
 * @param previous the last beacon entry on the chain
 * @param entries the entries of a block of this epoch; none for an epoch that is not above the base
 * @param eligible whether the miner may mine at all
 */
public record MiningBase(BigInteger minerPower, BigInteger networkPower, List<SectorInfo> challenged, Address workerKey,
        RegisteredPostProof winningProof, BeaconEntry previous, List<BeaconEntry> entries, boolean eligible) {

    /** The beacon entry that ticket, election and winning proof are drawn from. */
    public BeaconEntry newest() {
        return entries.isEmpty() ? previous : entries.getLast();
    }

    /**
     * The base for the block of an epoch on top of a tipset; empty when the miner was not there or had nothing to prove at the lookback.
     *
     * @throws IllegalArgumentException when there is no such miner, the lookback lies above the tipset, or the beacon is late
     */
    public static Optional<MiningBase> of(Chain chain, Address miner, long epoch, Tipset base) {
        StateTree then = lookback(chain, epoch, base);
        StateTree now = chain.stateAt(base);
        long id = chain.resolve(now, miner).filter(found -> isMiner(now, found))
                .orElseThrow(() -> new IllegalArgumentException("there is no miner " + miner));
        if (!isMiner(then, id)) {
            return Optional.empty();
        }
        MinerState state = MinerState.load(chain.log(), then.get(id).head());
        List<SectorInfo> proving = state.sectors().get(active(state));
        Optional<Claim> claim = powers(chain, then).claim(id);
        if (proving.isEmpty() || claim.isEmpty()) {
            return Optional.empty();
        }
        BeaconEntry previous = new ChainRandomness(chain.index(), chain.beacon(), base).latestEntry();
        List<BeaconEntry> entries = epoch <= base.height() ? List.of() : chain.beacon().entriesFor(base.height(), epoch)
                .orElseThrow(() -> new IllegalArgumentException("the beacon entry of epoch " + epoch + " is not there yet"));
        RegisteredPostProof type = winningProof(state.profile().postProof());
        byte[] randomness = BlockDraws.winning(entries.isEmpty() ? previous : entries.getLast(), Address.ofId(id), epoch);
        List<SectorInfo> challenged = chain.verifier().winningChallenges(type.number(), id, randomness, proving.size()).stream()
                .map(proving::get).toList();
        boolean eligible = powers(chain, then).hasLeastPower(id, chain.policy()) && mayMine(chain, now, id, base.height());
        return Optional.of(new MiningBase(claim.get().qualityAdjusted(), powers(chain, then).currentQuality(chain.policy()), challenged,
                Actors.INIT.keyOf(then, state.profile().worker()), type, previous, entries, eligible));
    }

    private static boolean isMiner(StateTree tree, long id) {
        return tree.find(id).filter(actor -> actor.code().equals(ActorKind.MINER.code())).isPresent();
    }

    private static PowerState powers(Chain chain, StateTree tree) {
        return PowerState.load(chain.log(), tree.get(Singletons.POWER).head());
    }

    private static StateTree lookback(Chain chain, long epoch, Tipset base) {
        long at = Math.max(0, epoch - chain.policy().winningLookback());
        if (at < base.height()) {
            return chain.stateAt(chain.index().atOrAfter(base, at + 1));
        }
        if (base.height() > 0) {
            throw new IllegalArgumentException("the lookback of epoch " + epoch + " is epoch " + at + ", not below the tipset at "
                    + base.height());
        }
        return chain.stateAt(base);
    }

    private static BitField active(MinerState state) {
        BitField active = BitField.EMPTY;
        for (int i = 0; i < NetworkPolicy.DEADLINES; i++) {
            for (var partition : state.deadline(i).partitions()) {
                active = active.union(partition.active());
            }
        }
        return active;
    }

    private static boolean mayMine(Chain chain, StateTree now, long id, long height) {
        MinerState state = MinerState.load(chain.log(), now.get(id).head());
        boolean hasPower = powers(chain, now).claim(id).filter(claim -> claim.qualityAdjusted().signum() > 0).isPresent();
        return hasPower && state.feeDebt().signum() == 0 && height > state.profile().consensusFaultElapsed();
    }

    private static RegisteredPostProof winningProof(int windowProof) {
        return Arrays.stream(RegisteredPostProof.values()).filter(type -> type.kind() == RegisteredPostProof.Kind.WINNING
                && type.sectorSize() == RegisteredPostProof.of(windowProof).sectorSize()).findFirst().orElseThrow();
    }
}

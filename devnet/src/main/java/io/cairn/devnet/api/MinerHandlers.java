package io.cairn.devnet.api;

import io.cairn.devnet.actor.miner.MinerProfile;
import io.cairn.devnet.actor.miner.MinerState;
import io.cairn.devnet.actor.miner.PreCommitment;
import io.cairn.devnet.actor.miner.SectorInfo;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.rpc.RpcFailure;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.Deadline;
import io.cairn.protocol.api.MinerInfo;
import io.cairn.protocol.api.MinerPower;
import io.cairn.protocol.api.MinerSectorCount;
import io.cairn.protocol.api.Partition;
import io.cairn.protocol.api.SectorExpiration;
import io.cairn.protocol.api.SectorLocation;
import io.cairn.protocol.api.SectorOnChainInfo;
import io.cairn.protocol.api.SectorPreCommitInfo;
import io.cairn.protocol.api.SectorPreCommitOnChainInfo;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.deadline.ProvingSchedule;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers for miners, from the state before the tipset's own messages. Names and parameters as in the API's declaration. */
public final class MinerHandlers {

    private final Chain chain;

    MinerHandlers(Chain chain) {
        this.chain = chain;
    }

    private long idOf(StateTree tree, Address address) {
        return chain.resolve(tree, address).filter(id -> tree.get(id).code().equals(ActorKind.MINER.code()))
                .orElseThrow(RpcFailure::actorNotFound);
    }

    private MinerState state(Address miner, TipsetKey key) {
        StateTree tree = chain.stateAt(chain.tipset(key));
        return MinerState.load(chain.log(), tree.get(idOf(tree, miner)).head());
    }

    private PowerState powers(StateTree tree) {
        return PowerState.load(chain.log(), tree.get(Singletons.POWER).head());
    }

    public MinerInfo stateMinerInfo(Address miner, TipsetKey key) {
        MinerProfile profile = state(miner, key).profile();
        Address owner = Address.ofId(profile.owner());
        return new MinerInfo(owner, Address.ofId(profile.worker()), Address.UNDEFINED,
                profile.control().stream().map(Address::ofId).toList(), -1, Optional.empty(),
                profile.multiaddrs().stream().map(ByteString::of).toList(), profile.postProof(), profile.sectorSize(),
                profile.partitionSectors(), profile.consensusFaultElapsed(), Optional.empty(), owner,
                Optional.of(new MinerInfo.BeneficiaryTerm(TokenAmount.ZERO, TokenAmount.ZERO, 0)), Optional.empty());
    }

    public DeadlineInfo stateMinerProvingDeadline(Address miner, TipsetKey key) {
        Tipset tipset = chain.tipset(key);
        var window = state(miner, key).windowAt(tipset.height());
        return new DeadlineInfo(ProvingSchedule.NETWORK, tipset.height(), window.periodStart(), window.index(), window.open(), window.close(),
                window.challenge(), window.faultCutoff());
    }

    public List<Deadline> stateMinerDeadlines(Address miner, TipsetKey key) {
        MinerState state = state(miner, key);
        List<Deadline> deadlines = new ArrayList<>();
        for (int i = 0; i < NetworkPolicy.DEADLINES; i++) {
            var deadline = state.deadline(i);
            deadlines.add(new Deadline(deadline.posted(), deadline.disputable(), new TokenAmount(deadline.dailyFee())));
        }
        return deadlines;
    }

    public List<Partition> stateMinerPartitions(Address miner, long deadline, TipsetKey key) {
        List<Partition> partitions = state(miner, key).deadline((int) deadline).partitions().stream()
                .map(p -> new Partition(p.sectors(), p.faults(), p.recoveries(), p.live(), p.active())).toList();
        return partitions.isEmpty() ? null : partitions;
    }

    public List<SectorOnChainInfo> stateMinerSectors(Address miner, Optional<BitField> wanted, TipsetKey key) {
        return state(miner, key).sectors().all().stream()
                .filter(sector -> wanted.isEmpty() || wanted.get().contains(sector.number())).map(MinerHandlers::sector).toList();
    }

    public Optional<SectorOnChainInfo> stateSectorGetInfo(Address miner, long number, TipsetKey key) {
        return state(miner, key).sectors().find(number).map(MinerHandlers::sector);
    }

    private static SectorOnChainInfo sector(SectorInfo s) {
        return new SectorOnChainInfo(s.number(), s.sealProof(), s.sealedCid(), s.activation(), s.expiration(), s.dealWeight(),
                s.verifiedWeight(), new TokenAmount(s.pledge()), Optional.empty(), Optional.empty(), s.powerBase(), Optional.empty(),
                s.sectorKey(), s.flags(), new TokenAmount(s.dailyFee()));
    }

    public Optional<SectorPreCommitOnChainInfo> stateSectorPreCommitInfo(Address miner, long number, TipsetKey key) {
        return Optional.ofNullable(state(miner, key).preCommitments().get(number)).map(MinerHandlers::preCommit);
    }

    private static SectorPreCommitOnChainInfo preCommit(PreCommitment p) {
        PreCommitment.Info i = p.info();
        return new SectorPreCommitOnChainInfo(new SectorPreCommitInfo(i.sealProof(), i.number(), i.sealedCid(), i.sealRandomnessEpoch(),
                i.deals(), i.expiration(), i.unsealedCid()), new TokenAmount(p.deposit()), p.epoch());
    }

    public SectorLocation stateSectorPartition(Address miner, long sector, TipsetKey key) {
        MinerState state = state(miner, key);
        for (int i = 0; i < NetworkPolicy.DEADLINES; i++) {
            long partition = state.deadline(i).partitionOf(sector);
            if (partition >= 0) {
                return new SectorLocation(i, partition);
            }
        }
        throw RpcFailure.of("failed to find sector " + sector);
    }

    public List<SectorOnChainInfo> stateMinerActiveSectors(Address miner, TipsetKey key) {
        MinerState state = state(miner, key);
        return state.sectors().get(union(state, io.cairn.devnet.actor.miner.Partition::active)).stream().map(MinerHandlers::sector).toList();
    }

    public MinerSectorCount stateMinerSectorCount(Address miner, TipsetKey key) {
        MinerState state = state(miner, key);
        return new MinerSectorCount(union(state, io.cairn.devnet.actor.miner.Partition::live).count(), union(state, io.cairn.devnet.actor.miner.Partition::active).count(),
                union(state, io.cairn.devnet.actor.miner.Partition::faults).count());
    }

    public SectorExpiration stateSectorExpiration(Address miner, long sector, TipsetKey key) {
        return state(miner, key).expirationOf(sector).map(at -> new SectorExpiration(at.onTime(), at.early()))
                .orElseThrow(() -> RpcFailure.of("failed to find sector " + sector));
    }

    public BitField stateMinerFaults(Address miner, TipsetKey key) {
        return union(state(miner, key), io.cairn.devnet.actor.miner.Partition::faults);
    }

    public BitField stateMinerRecoveries(Address miner, TipsetKey key) {
        return union(state(miner, key), io.cairn.devnet.actor.miner.Partition::recoveries);
    }

    private static BitField union(MinerState state, Function<io.cairn.devnet.actor.miner.Partition, BitField> part) {
        BitField all = BitField.EMPTY;
        for (int i = 0; i < NetworkPolicy.DEADLINES; i++) {
            for (var partition : state.deadline(i).partitions()) {
                all = all.union(part.apply(partition));
            }
        }
        return all;
    }

    public MinerPower stateMinerPower(Address miner, TipsetKey key) {
        StateTree tree = chain.stateAt(chain.tipset(key));
        PowerState powers = powers(tree);
        Optional<Long> id = chain.resolve(tree, miner);
        MinerPower.Claim claim = id.flatMap(powers::claim).map(c -> new MinerPower.Claim(c.raw(), c.qualityAdjusted()))
                .orElse(new MinerPower.Claim(BigInteger.ZERO, BigInteger.ZERO));
        return new MinerPower(claim, new MinerPower.Claim(powers.currentRaw(chain.policy()), powers.currentQuality(chain.policy())),
                id.isPresent() && powers.hasLeastPower(id.get(), chain.policy()));
    }

    public TokenAmount stateMinerAvailableBalance(Address miner, TipsetKey key) {
        StateTree tree = chain.stateAt(chain.tipset(key));
        BigInteger balance = tree.get(idOf(tree, miner)).balance();
        return new TokenAmount(state(miner, key).available(balance).max(BigInteger.ZERO));
    }

    public Boolean stateMinerSectorAllocated(Address miner, long sector, TipsetKey key) {
        return state(miner, key).allocated().contains(sector);
    }

    public Optional<BitField> stateMinerAllocated(Address miner, TipsetKey key) {
        return Optional.of(state(miner, key).allocated());
    }

    public List<Address> stateListMiners(TipsetKey key) {
        return powers(chain.stateAt(chain.tipset(key))).miners().stream().map(Address::ofId).toList();
    }
}

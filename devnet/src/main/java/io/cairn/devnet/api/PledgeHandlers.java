package io.cairn.devnet.api;

import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.actor.reward.RewardActor;
import io.cairn.devnet.actor.reward.RewardState;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.Executor;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.economics.Fees;
import io.cairn.devnet.economics.Quality;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.SectorPreCommitInfo;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.math.BigInteger;

/** Estimates of deposits and pledge, a tenth above the actors' formulas (lotus: node/impl/full/state.go). */
public final class PledgeHandlers {

    private static final BigInteger HEADROOM = BigInteger.valueOf(110);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final Chain chain;

    PledgeHandlers(Chain chain) {
        this.chain = chain;
    }

    private record Figures(RewardState reward, PowerState power, BigInteger circulating, long epoch) {
        BigInteger pledge(BigInteger quality) {
            return Fees.initialPledge(quality, reward.epochBaseline(), reward.smoothedReward(), power.smoothed(), circulating,
                    epoch - power.rampStart(), power.rampDuration());
        }
    }

    private Figures figures(TipsetKey key) {
        Tipset tipset = chain.tipset(key);
        StateTree tree = chain.stateAt(tipset);
        return new Figures(RewardActor.load(chain.log(), tree.get(Singletons.REWARD).head()),
                PowerState.load(chain.log(), tree.get(Singletons.POWER).head()),
                Executor.circulating(tree, tipset.height(), chain.policy()), tipset.height());
    }

    private static TokenAmount withHeadroom(BigInteger amount) {
        return new TokenAmount(amount.multiply(HEADROOM).divide(HUNDRED));
    }

    public TokenAmount stateMinerPreCommitDepositForPower(Address miner, SectorPreCommitInfo sector, TipsetKey key) {
        Figures figures = figures(key);
        long size = RegisteredSealProof.of(sector.sealProof()).sectorSize().bytes();
        return withHeadroom(Fees.preCommitDeposit(figures.reward().smoothedReward(), figures.power().smoothed(), Quality.greatestPower(size)));
    }

    public TokenAmount stateMinerInitialPledgeCollateral(Address miner, SectorPreCommitInfo sector, TipsetKey key) {
        long size = RegisteredSealProof.of(sector.sealProof()).sectorSize().bytes();
        return withHeadroom(figures(key).pledge(BigInteger.valueOf(size)));
    }

    public TokenAmount stateMinerInitialPledgeForSector(long duration, long sectorSize, long verifiedSize, TipsetKey key) {
        BigInteger weight = BigInteger.valueOf(verifiedSize).multiply(BigInteger.valueOf(duration));
        return withHeadroom(figures(key).pledge(Quality.power(sectorSize, duration, weight)));
    }

    /** The exact deposit that creating a miner asks for. */
    public TokenAmount stateMinerCreationDeposit(TipsetKey key) {
        return new TokenAmount(figures(key).pledge(chain.policy().leastConsensusPower().divide(BigInteger.TEN)));
    }
}

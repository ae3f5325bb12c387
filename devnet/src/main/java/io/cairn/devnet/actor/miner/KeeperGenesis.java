package io.cairn.devnet.actor.miner;

import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keeper miner as genesis makes it: with sectors that count as proven and weigh as if they were filled with verified deals, each
 * with a pledge of one attoFIL, as a preseal leaves them (lotus: chain/gen/genesis/miners.go).
 *
 * @param state root of the miner's state
 * @param power raw and quality-adjusted bytes of its claim
 * @param pledge attoFIL that it must hold
 * @param firstCron the last epoch of its first window
 */
public record KeeperGenesis(Cid state, PowerPair power, BigInteger pledge, long firstCron) {

    /** Its registered window proof type. */
    public static final int WINDOW_PROOF = WindowProofType.WINDOW_2KIB.number();

    private static final int SEAL_PROOF = 5;
    private static final long LIFE_PERIODS = 1277;

    /** Payload of the cron event that ends a window. */
    public static byte[] cronPayload() {
        return MinerActor.cronPayload(DeadlineCron.PROVING_DEADLINE);
    }

    /** The miner with one sector for each sealed CID; owner and worker is the account {@code owner}. */
    public static KeeperGenesis of(BlockStore store, long owner, List<Cid> sealed) {
        WindowProofType type = WindowProofType.WINDOW_2KIB;
        MinerProfile profile = new MinerProfile(owner, owner, List.of(), new byte[0], List.of(), type.number(), type.sectorSize(),
                type.partitionSectors(), -1);
        long start = MinerActor.periodStart(Singletons.FIRST_MINER, 0);
        MinerState state = MinerState.construct(store, profile, start, (int) (-start / NetworkPolicy.CHALLENGE_WINDOW));
        List<SectorInfo> sectors = sectors(type.sectorSize(), LIFE_PERIODS * NetworkPolicy.PROVING_PERIOD + start - 1, sealed);
        Sectors all = state.sectors();
        sectors.forEach(all::put);
        state.setSectors(all);
        state.setAllocated(BitField.of(sectors.stream().map(SectorInfo::number).toList()));
        state.initialPledge = BigInteger.valueOf(sectors.size());
        state.cronActive = true;
        ProveCommits.assign(state, sectors, 0, true);
        return new KeeperGenesis(state.save(), PowerPair.of(type.sectorSize(), sectors), state.initialPledge,
                state.windowAt(0).last());
    }

    private static List<SectorInfo> sectors(long size, long expiration, List<Cid> sealed) {
        BigInteger verified = BigInteger.valueOf(size).multiply(BigInteger.valueOf(expiration));
        List<SectorInfo> sectors = new ArrayList<>();
        for (Cid cid : sealed) {
            sectors.add(new SectorInfo(sectors.size(), SEAL_PROOF, cid, 0, expiration, BigInteger.ZERO, verified, BigInteger.ONE, 0,
                    Optional.empty(), 1, BigInteger.ZERO));
        }
        return sectors;
    }
}

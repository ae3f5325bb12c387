package io.cairn.devnet.actor.miner;

import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.BlockStore;
import java.math.BigInteger;
import java.util.List;

/** The keeper miner as genesis makes it: a claim without sectors, so that the chain has weight from its first block. */
public final class KeeperGenesis {

    /** Raw bytes of the claim: two sectors of 2 KiB. */
    public static final BigInteger RAW_POWER = BigInteger.valueOf(4096);

    /** Quality-adjusted bytes of the claim. */
    public static final BigInteger QUALITY_POWER = BigInteger.valueOf(40_960);

    /** Its registered window proof type. */
    public static final int WINDOW_PROOF = WindowProofType.WINDOW_2KIB.number();

    private KeeperGenesis() {
    }

    /** The miner's state, whose owner and worker is the account {@code owner}. */
    public static Cid state(BlockStore store, long owner) {
        WindowProofType type = WindowProofType.WINDOW_2KIB;
        MinerProfile profile = new MinerProfile(owner, owner, List.of(), new byte[0], List.of(), type.number(), type.sectorSize(),
                type.partitionSectors(), -1);
        long start = MinerActor.periodStart(Singletons.FIRST_MINER, 0);
        return MinerState.construct(store, profile, start, (int) (-start / 60)).save();
    }
}

package io.cairn.devnet.chain;

import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The base fee of blocks on top of a tipset, and a floor to inject as a fault. */
public final class BaseFees {

    private final BlockStore store;
    private volatile BigInteger least = BigInteger.ZERO;

    BaseFees(BlockStore store) {
        this.store = store;
    }

    /** The base fee of a block on top of {@code base}. */
    public TokenAmount after(Tipset base) {
        BigInteger fee = base.minTicketBlock().parentBaseFee().atto();
        Set<String> seen = new HashSet<>();
        List<BaseFee.Bid> bids = new ArrayList<>();
        for (BlockHeader block : base.blocks()) {
            for (BlockMessages.Included included : BlockMessages.of(store, block)) {
                Message message = included.message();
                if (seen.add(message.from() + "/" + message.nonce())) {
                    BigInteger premium = BaseFee.effectivePremium(message.gasFeeCap().atto(), message.gasPremium().atto(), fee);
                    bids.add(new BaseFee.Bid(premium, message.gasLimit()));
                }
            }
        }
        return new TokenAmount(BaseFee.next(fee, bids).max(least));
    }

    /** A fault to inject: blocks from now on have at least this base fee, attoFIL; zero ends it. */
    public void spike(BigInteger floor) {
        least = floor;
    }
}

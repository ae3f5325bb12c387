package io.cairn.devnet.chain;

import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.hash.Blake2b;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Blocks of one height with the same parents, ordered by the digest of their tickets, then by their identifiers (lotus:
 * chain/types/tipset.go).
 */
public record Tipset(List<BlockHeader> blocks) {

    private static final Comparator<BlockHeader> BY_TICKET = Comparator
            .<BlockHeader, byte[]>comparing(Tipset::ticketDigest, Arrays::compareUnsigned)
            .thenComparing(block -> block.cid().bytes(), Arrays::compareUnsigned);

    /** Orders the blocks; refuses none, different heights or parents, and two blocks of one miner. */
    public Tipset {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a tipset has no blocks; expected at least one");
        }
        blocks = blocks.stream().sorted(BY_TICKET).toList();
        BlockHeader first = blocks.getFirst();
        for (BlockHeader block : blocks) {
            if (block.height() != first.height() || !block.parents().equals(first.parents())) {
                throw new IllegalArgumentException("blocks of a tipset differ in height or parents: " + first.cid()
                        + " at " + first.height() + " and " + block.cid() + " at " + block.height());
            }
        }
        if (blocks.stream().map(BlockHeader::miner).distinct().count() != blocks.size()) {
            throw new IllegalArgumentException("a tipset at " + first.height() + " has two blocks of one miner");
        }
    }

    private static byte[] ticketDigest(BlockHeader block) {
        return Blake2b.digest256(block.ticket().vrfProof().toArray());
    }

    /** The identifiers of the blocks in order. */
    public TipsetKey key() {
        return new TipsetKey(blocks.stream().map(BlockHeader::cid).toList());
    }

    /** The key of the tipset this one stands on. */
    public TipsetKey parents() {
        return new TipsetKey(blocks.getFirst().parents());
    }

    /** The epoch. */
    public long height() {
        return blocks.getFirst().height();
    }

    /** The block with the smallest ticket, whose ticket is the tipset's. */
    public BlockHeader minTicketBlock() {
        return blocks.getFirst();
    }

    /** Seconds since 1970, of the earliest block. */
    public long timestamp() {
        return blocks.stream().mapToLong(BlockHeader::timestamp).min().orElseThrow();
    }

    /** The weight of the chain below this tipset. */
    public BigInteger parentWeight() {
        return blocks.getFirst().parentWeight();
    }
}

package io.cairn.devnet.keeper;

import io.cairn.devnet.chain.BlockAssembly;
import io.cairn.devnet.chain.BlockDraws;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.BlockTemplate;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.block.Ticket;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.BlsKey;
import io.cairn.protocol.signature.Vrf;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Makes the blocks of the chain's own miner. Keeper exemption: its blocks count one win each and carry no winning proof;
 * nothing else about them is exempt.
 */
public final class BlockProducer {

    private static final Address KEEPER = Address.ofId(Singletons.FIRST_MINER);
    private static final long WINS = 1;

    private final Chain chain;
    private final BlsKey worker;

    /** A producer on top of the chain's head. */
    public BlockProducer(Chain chain) {
        this.chain = chain;
        this.worker = chain.keys().owner();
    }

    /** Produces a block after so many null rounds and makes it the head; empty while the beacon is late. */
    public Optional<BlockHeader> produce(long nullRounds) {
        synchronized (chain) {
            Tipset base = chain.head();
            Optional<BlockHeader> block = block(base, base.height() + nullRounds + 1, chain.pool()
                    .select(chain.accounts(), nextBaseFee(base), base.height() + nullRounds + 1));
            block.ifPresent(chain::accept);
            return block;
        }
    }

    /** A block on any tipset, with the given messages; not yet part of the chain. Empty while the beacon is late. */
    public Optional<BlockHeader> block(Tipset base, long epoch, List<SignedMessage> messages) {
        return chain.beacon().entriesFor(base.height(), epoch).map(entries -> sign(base, epoch, entries, messages));
    }

    private BlockHeader sign(Tipset base, long epoch, List<BeaconEntry> entries, List<SignedMessage> messages) {
        BeaconEntry newest = entries.getLast();
        Ticket ticket = new Ticket(Vrf.prove(worker, BlockDraws.ticket(newest, KEEPER, epoch, base)));
        ElectionProof election = new ElectionProof(WINS, Vrf.prove(worker, BlockDraws.election(newest, KEEPER, epoch)));
        long timestamp = base.timestamp() + chain.policy().blockDelaySeconds() * (epoch - base.height());
        BlockHeader unsigned = BlockAssembly.unsigned(chain, new BlockTemplate(KEEPER, base.key(), ticket, election, entries, messages,
                epoch, timestamp, List.of()));
        return unsigned.withSignature(worker.sign(unsigned.signingBytes()));
    }

    /** The base fee of a block on top of {@code base}. */
    public TokenAmount nextBaseFee(Tipset base) {
        return chain.baseFees().after(base);
    }

    /** A fault to inject: blocks from now on have at least this base fee, attoFIL; zero ends it. */
    public void spikeBaseFee(BigInteger least) {
        chain.baseFees().spike(least);
    }

    /** A fault to inject: replaces the newest {@code depth} tipsets by a heavier branch without their messages. */
    public void reorganise(int depth) {
        synchronized (chain) {
            Tipset old = chain.head();
            Tipset base = old;
            for (int i = 0; i < depth; i++) {
                base = chain.index().parent(base).orElseThrow(() -> new IllegalArgumentException(
                        "reorg depth is " + depth + ", the chain is shorter"));
            }
            Tipset tip = base;
            long epoch = base.height() + 2;
            while (tip.height() <= old.height() || chain.weight(tip).compareTo(chain.weight(old)) <= 0) {
                BlockHeader block = block(tip, epoch, List.of())
                        .orElseThrow(() -> new IllegalStateException("a reorg needs the beacon, which is held back"));
                chain.log().put(block.toCbor());
                tip = new Tipset(List.of(block));
                epoch = tip.height() + 1;
            }
            chain.moveTo(tip);
        }
    }
}

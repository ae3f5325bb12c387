package io.cairn.devnet.keeper;

import io.cairn.devnet.chain.BaseFee;
import io.cairn.devnet.chain.BlockMessages;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.Executor;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.block.Ticket;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.randomness.Randomness;
import io.cairn.protocol.signature.BlsKey;
import io.cairn.protocol.signature.Signature;
import io.cairn.protocol.signature.Signatures;
import io.cairn.protocol.signature.Vrf;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the blocks of the chain's own miner. Keeper exemption: its blocks count one win each and carry no winning proof;
 * nothing else about them is exempt.
 */
public final class BlockProducer {

    private static final Address KEEPER = Address.ofId(Singletons.FIRST_MINER);
    private static final long WINS = 1;

    private final Chain chain;
    private final BlsKey worker;
    private volatile BigInteger leastBaseFee = BigInteger.ZERO;

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
        Executor.Executed executed = chain.executor().execute(base);
        byte[] randomness = entries.getLast().data().toArray();
        byte[] entropy = Randomness.entropyOf(KEEPER);
        byte[] parentTicket = base.minTicketBlock().ticket().vrfProof().toArray();
        byte[] ticketEntropy = ByteBuffer.allocate(entropy.length + parentTicket.length).put(entropy).put(parentTicket).array();
        ByteString ticket = Vrf.prove(worker, Randomness.draw(randomness, DomainSeparationTag.of(1), epoch - 1, ticketEntropy));
        ByteString election = Vrf.prove(worker, Randomness.draw(randomness, DomainSeparationTag.of(2), epoch, entropy));
        Cid meta = BlockMessages.save(chain.log(), messages);
        long timestamp = base.timestamp() + chain.policy().blockDelaySeconds() * (epoch - base.height());
        BlockHeader unsigned = new BlockHeader(KEEPER, new Ticket(ticket), new ElectionProof(WINS, election), entries, List.of(),
                base.key().cids(), chain.weight(base), epoch, executed.stateRoot(), executed.receiptsRoot(), meta,
                Optional.of(aggregate(messages)), timestamp, Optional.empty(), 0, nextBaseFee(base));
        return unsigned.withSignature(worker.sign(unsigned.signingBytes()));
    }

    private static Signature aggregate(List<SignedMessage> messages) {
        return Signatures.aggregate(messages.stream().filter(SignedMessage::isBls).map(SignedMessage::signature).toList());
    }

    /** The base fee of a block on top of {@code base}. */
    public TokenAmount nextBaseFee(Tipset base) {
        BigInteger fee = base.minTicketBlock().parentBaseFee().atto();
        Set<String> seen = new HashSet<>();
        List<BaseFee.Bid> bids = new ArrayList<>();
        for (BlockHeader block : base.blocks()) {
            for (BlockMessages.Included included : BlockMessages.of(chain.log(), block)) {
                Message message = included.message();
                if (seen.add(message.from() + "/" + message.nonce())) {
                    BigInteger premium = BaseFee.effectivePremium(message.gasFeeCap().atto(), message.gasPremium().atto(), fee);
                    bids.add(new BaseFee.Bid(premium, message.gasLimit()));
                }
            }
        }
        return new TokenAmount(BaseFee.next(fee, bids).max(leastBaseFee));
    }

    /** A fault to inject: blocks from now on have at least this base fee, attoFIL; zero ends it. */
    public void spikeBaseFee(BigInteger least) {
        leastBaseFee = least;
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

package io.cairn.devnet.keeper;

import io.cairn.devnet.actor.miner.Deadline;
import io.cairn.devnet.actor.miner.KeeperGenesis;
import io.cairn.devnet.actor.miner.MinerState;
import io.cairn.devnet.actor.miner.Window;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.chain.ChainRandomness;
import io.cairn.devnet.chain.GasEstimates;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.mempool.Accounts;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.vm.Singletons;
import io.cairn.proofs.FaultySectorsException;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.protocol.actor.miner.PoStPartition;
import io.cairn.protocol.actor.miner.SubmitWindowedPoStParams;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.message.GasFees;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.randomness.Randomness;
import io.cairn.protocol.sector.PostProof;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.signature.Signatures;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves the windows of the chain's own miner, for real, and sends the proofs through the pool like any provider. What is to be done
 * follows from head and pool alone, so it may be asked for at any time and as often as one likes.
 */
public final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Address MINER = Address.ofId(Singletons.FIRST_MINER);
    private static final long SUBMIT_WINDOWED_POST = 5;
    /** More than any base fee that a test may set costs: a window of the keeper that is not proved stops the clock. */
    private static final TokenAmount MOST_FEE = TokenAmount.parse("1000 FIL");

    private final Chain chain;
    private final BlockProducer producer;
    private final KeeperSectors sectors;
    private final WindowProver prover;
    private final ProofFile kept;
    private final GasEstimates gas;
    private long complainedOf = Long.MIN_VALUE;
    private volatile boolean stopped;
    private final Progress untilStopped = new Progress() {
        @Override
        public void advanced(long done, long total) {
            LOG.trace("the keeper's proof: {} of {}", done, total);
        }

        @Override
        public boolean cancelled() {
            return stopped;
        }
    };

    /** A keeper over a chain whose genesis holds these sectors. */
    public Keeper(Chain chain, BlockProducer producer, KeeperSectors sectors, WindowProver prover, ProofFile kept) {
        this.chain = chain;
        this.producer = producer;
        this.sectors = sectors;
        this.prover = prover;
        this.kept = kept;
        this.gas = new GasEstimates(chain);
    }

    /**
     * Proves the window that is open for the next block, unless its proof has landed or waits to be taken. Lasts as long as the proof;
     * a proof that was made is kept and never made twice. Failures are logged, once a window, and met again at the next call.
     */
    public synchronized void prove() {
        Optional<Window> due = due();
        if (due.isEmpty() || stopped) {
            return;
        }
        try {
            byte[] randomness = randomness(due.get());
            byte[] proof = kept.find(due.get().open(), randomness).orElse(null);
            if (proof == null) {
                proof = make(randomness);
                kept.keep(due.get().open(), randomness, proof);
            }
            send(proof);
        } catch (CancellationException interrupted) {
            LOG.debug("the keeper's proof was interrupted");
        } catch (IOException | RuntimeException failure) {
            complain(due.get(), failure);
        }
    }

    /** Ends a proof that is being made, and makes none from now on. */
    public void stop() {
        stopped = true;
    }

    private void complain(Window window, Exception failure) {
        if (complainedOf != window.open()) {
            complainedOf = window.open();
            LOG.error("the keeper cannot prove its window of epochs {} to {}: {}; it tries again with every block, and without the proof"
                    + " the clock stands before epoch {}", window.open(), window.last(), failure.getMessage(), window.last());
            LOG.debug("the keeper's trouble in full", failure);
        }
    }

    private byte[] make(byte[] randomness) throws IOException {
        try {
            return prover.prove(randomness, sectors.toProve(), untilStopped);
        } catch (FaultySectorsException spoilt) {
            LOG.warn("the keeper's sectors {} are spoilt and sealed anew: {}", spoilt.sectors(), spoilt.getMessage());
            sectors.sealAgain();
            return prover.prove(randomness, sectors.toProve(), untilStopped);
        }
    }

    /** The window to be proven now: open at the next epoch, its challenge known, nothing landed, nothing waiting that a block takes. */
    private Optional<Window> due() {
        synchronized (chain) {
            Tipset head = chain.head();
            MinerState state = MinerState.load(chain.log(), chain.stateAfterHead().get(Singletons.FIRST_MINER).head());
            Window window = state.windowAt(head.height() + 1);
            Deadline deadline = state.deadline(window.index());
            boolean owed = window.isOpen() && head.height() >= window.challenge() && !deadline.isProven();
            return owed && waiting().filter(this::paysNow).isEmpty() ? Optional.of(window) : Optional.empty();
        }
    }

    private Optional<SignedMessage> waiting() {
        Address worker = chain.keys().owner().address();
        return chain.pool().pending().stream().filter(signed -> signed.message().from().equals(worker)
                && signed.message().to().equals(MINER) && signed.message().method() == SUBMIT_WINDOWED_POST).findFirst();
    }

    private boolean paysNow(SignedMessage signed) {
        return signed.message().gasFeeCap().compareTo(producer.nextBaseFee(chain.head())) >= 0;
    }

    private byte[] randomness(Window window) {
        return new ChainRandomness(chain.index(), chain.beacon(), chain.head())
                .fromBeacon(DomainSeparationTag.of(4), window.challenge(), Randomness.entropyOf(MINER));
    }

    private void send(byte[] proof) {
        synchronized (chain) {
            Optional<Window> due = due();
            if (due.isEmpty()) {
                return;
            }
            Message message = priced(Message.of(MINER, chain.keys().owner().address(), TokenAmount.ZERO, SUBMIT_WINDOWED_POST,
                    parameters(due.get(), proof)));
            chain.push(Signatures.sign(chain.keys().owner(), message));
        }
    }

    /** With gas and nonce: the next one, or that of a message that waits and no longer pays. */
    private Message priced(Message message) {
        Optional<Message> replaced = waiting().map(SignedMessage::message);
        TokenAmount premium = replaced.map(before -> GasFees.usualReplacement(before.gasPremium())).orElse(GasEstimates.PREMIUM);
        TokenAmount cap = gas.feeCap(premium, GasEstimates.USUAL_QUEUE).max(producer.nextBaseFee(chain.head()).plus(premium));
        Accounts.Account sender = chain.accounts().find(message.from()).orElseThrow();
        long nonce = replaced.map(Message::nonce).orElseGet(() -> chain.pool().nextNonce(sender));
        return gas.filled(message.withGas(0, cap, premium), MOST_FEE, false).withNonce(nonce);
    }

    private byte[] parameters(Window window, byte[] proof) {
        long epoch = chain.head().height();
        byte[] commit = new ChainRandomness(chain.index(), chain.beacon(), chain.head())
                .fromTickets(DomainSeparationTag.of(9), epoch, new byte[0]);
        return new SubmitWindowedPoStParams(window.index(), List.of(new PoStPartition(0, BitField.EMPTY)),
                List.of(new PostProof(RegisteredPostProof.of(KeeperGenesis.WINDOW_PROOF), ByteString.of(proof))), epoch,
                ByteString.of(commit)).toCbor();
    }
}

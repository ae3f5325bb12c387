package io.cairn.devnet.actor.miner;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.chain.ChainRandomness;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.actor.miner.PoStPartition;
import io.cairn.protocol.actor.miner.SubmitWindowedPoStParams;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.sector.PostProof;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.Signatures;
import java.math.BigInteger;
import java.util.List;

/** A provider for tests on a chain that is stepped by hand and whose verifier is a fake: its proofs are 192 zero bytes. */
public final class ProviderWithFakeProofs {

    private static final int WINDOW_TYPE = 10;
    private static final long FAR = 700_000;

    private final Devnet devnet;
    private final PrivateKey key;
    private final long miner;

    /** Creates a miner owned and worked for by the key. */
    public ProviderWithFakeProofs(Devnet devnet, PrivateKey key) {
        this.devnet = devnet;
        this.key = key;
        byte[] address = key.address().bytes();
        send(Singletons.POWER, 2, new CborWriter().array(5).bytes(address).bytes(address).integer(WINDOW_TYPE).bytes(new byte[0]).array(0)
                .toByteArray(), 10);
        this.miner = devnet.chain().stateAfterHead().all().entrySet().stream().filter(e -> e.getKey() > Singletons.FIRST_MINER
                && e.getValue().code().equals(ActorKind.MINER.code())).findFirst().orElseThrow().getKey();
    }

    public long miner() {
        return miner;
    }

    /** Pushes a message to the miner, makes a block and gives the receipt. */
    public MessageReceipt call(long method, byte[] params) {
        return send(miner, method, params, 0);
    }

    private MessageReceipt send(long to, long method, byte[] params, long fil) {
        long nonce = devnet.chain().pool().nextNonce(devnet.chain().accounts().find(key.address()).orElseThrow());
        Message message = Message.of(Address.ofId(to), key.address(), TokenAmount.ofFil(fil), method, params).withNonce(nonce)
                .withGas(1_000_000_000, TokenAmount.ofAtto(1_000_000_000), TokenAmount.ofAtto(100_000));
        devnet.chain().push(Signatures.sign(key, message));
        pass(1);
        return devnet.chain().executor().execute(devnet.chain().head()).receipts().getFirst();
    }

    public MessageReceipt preCommit(long sector) {
        long now = height();
        return call(28, new CborWriter().array(1).array(1).array(7).integer(5).unsigned(sector).cid(Commitments.sealedCid(new byte[32]))
                .integer(now - 5).array(0).integer(now + FAR).nil().toByteArray());
    }

    public MessageReceipt proveCommit(long sector, byte[] proof) {
        return call(34, new CborWriter().array(6).array(1).array(2).unsigned(sector).array(0).array(1).bytes(proof).bytes(new byte[0])
                .nil().bool(true).bool(false).toByteArray());
    }

    /** A sector that is precommitted, proven and in its window for the first time, its proof landed. */
    public Window onboard(long sector) {
        preCommit(sector);
        pass(12);
        proveCommit(sector, new byte[192]);
        Window window = reachWindow();
        call(5, windowProof(window).toCbor());
        return window;
    }

    /** Goes to two epochs after the opening of the first window with sectors. */
    public Window reachWindow() {
        int deadline = 0;
        while (state().deadline(deadline).liveSectors() == 0) {
            deadline++;
        }
        Window window = state().windowAt(height()).of(deadline).nextNotElapsed();
        passInFewBlocks(window.open() + 2 - height());
        return window;
    }

    /** The parameters of a right window proof over partition 0, committing to the head. */
    public SubmitWindowedPoStParams windowProof(Window window) {
        Tipset head = devnet.chain().head();
        byte[] randomness = new ChainRandomness(devnet.chain().index(), devnet.chain().beacon(), head)
                .fromTickets(DomainSeparationTag.of(9), head.height(), new byte[0]);
        return new SubmitWindowedPoStParams(window.index(), List.of(new PoStPartition(0, BitField.EMPTY)),
                List.of(new PostProof(RegisteredPostProof.of(WINDOW_TYPE), ByteString.of(new byte[192]))), head.height(),
                ByteString.of(randomness));
    }

    public long height() {
        return devnet.chain().head().height();
    }

    public void pass(int epochs) {
        if (devnet.clock().step(epochs) != epochs) {
            throw new IllegalStateException("the clock stands at " + height());
        }
    }

    /** Passes so many epochs in few blocks: the keeper proves its own windows on the way. */
    public void passInFewBlocks(long epochs) {
        long target = height() + epochs;
        while (height() < target) {
            devnet.clock().nullRounds(target - height() - 1);
            pass(1);
        }
    }

    public MinerState state() {
        StateTree tree = devnet.chain().stateAfterHead();
        return MinerState.load(tree.store(), tree.get(miner).head());
    }

    public BigInteger power() {
        StateTree tree = devnet.chain().stateAfterHead();
        return PowerState.load(tree.store(), tree.get(Singletons.POWER).head()).claim(miner).orElseThrow().raw();
    }
}

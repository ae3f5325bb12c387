package io.cairn.devnet.actor.miner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.actor.power.PowerState;
import io.cairn.devnet.chain.ChainRandomness;
import io.cairn.devnet.chain.Tipset;
import io.cairn.devnet.clock.TimeLapse;
import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.state.StateTree;
import io.cairn.devnet.vm.AcceptsEveryProofFake;
import io.cairn.devnet.vm.ActorKind;
import io.cairn.devnet.vm.Singletons;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.signature.Signatures;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sector from precommitment to a missed window, with proofs that nobody checks. */
class SectorLifeWithFakeProofsTest {

    private static final long WINDOW_TYPE = 10;

    @TempDir
    Path folder;

    private Devnet devnet;
    private long nonce;
    private long miner;

    @BeforeEach
    void start() {
        devnet = Devnet.start(new DevnetSettings(folder, "sector life", "127.0.0.1", 0, Duration.ZERO, false, 1_700_000_000,
                new AcceptsEveryProofFake(), new FakeProofWindowProver()));
        devnet.clock().allowMissedWindows(true);
        devnet.clock().step(1);
        miner = createMiner();
    }

    @AfterEach
    void stop() {
        devnet.close();
    }

    @Test
    void aProvenSectorGainsPowerAndLosesItWhenItsWindowIsMissed() {
        long now = devnet.chain().head().height();
        CborWriter preCommit = new CborWriter().array(1).array(1).array(7).integer(5).unsigned(0)
                .cid(Commitments.sealedCid(new byte[32])).integer(now - 5).array(0).integer(now + 700_000).nil();
        assertEquals(0, send(miner, 28, preCommit, 0).exitCode());
        assertEquals(1, state().preCommitments().size());
        step(12);
        CborWriter prove = new CborWriter().array(6).array(1).array(2).unsigned(0).array(0).array(1).bytes(new byte[192])
                .bytes(new byte[0]).nil().bool(true).bool(false);
        assertEquals(0, send(miner, 34, prove, 0).exitCode());
        assertEquals(BigInteger.valueOf(59_604_643_840L), state().sectors().find(0).orElseThrow().pledge());
        assertEquals(BigInteger.ZERO, power());
        Window window = reachWindow();
        devnet.clock().allowMissedWindows(false);
        devnet.clock().nullRounds(50);
        assertEquals(1, devnet.clock().step(1));
        int untilHeld = devnet.clock().step(20);
        assertTrue(untilHeld < 10 && devnet.chain().head().height() < window.last(), "the clock stands at " + devnet.chain().head().height());
        assertEquals(0, post(window).exitCode());
        devnet.clock().allowMissedWindows(true);
        assertEquals(BigInteger.valueOf(2048), power());
        long idle = new TimeLapse(devnet.chain()).idleRounds();
        assertTrue(idle > 0 && idle <= 120, "idle rounds after the proof: " + idle);
        nulls(nextPeriod(window) - devnet.chain().head().height());
        assertEquals(BigInteger.ZERO, power());
        assertTrue(state().deadline(window.index()).partitions().getFirst().faults().contains(0));
    }

    private static long nextPeriod(Window window) {
        return window.last() + 2880 + 2;
    }

    private Window reachWindow() {
        int deadline = 0;
        while (state().deadline(deadline).liveSectors() == 0) {
            deadline++;
        }
        Window window = state().windowAt(devnet.chain().head().height()).of(deadline).nextNotElapsed();
        nulls(window.open() + 2 - devnet.chain().head().height());
        return window;
    }

    private MessageReceipt post(Window window) {
        Tipset head = devnet.chain().head();
        byte[] randomness = new ChainRandomness(devnet.chain().index(), devnet.chain().beacon(), head)
                .fromTickets(DomainSeparationTag.of(9), head.height(), new byte[0]);
        CborWriter w = new CborWriter().array(5).unsigned(window.index()).array(1).array(2).unsigned(0);
        BitField.EMPTY.writeTo(w);
        w.array(1).array(2).integer(WINDOW_TYPE).bytes(new byte[192]).integer(head.height()).bytes(randomness);
        return send(miner, 5, w, 0);
    }

    private long createMiner() {
        byte[] key = devnet.keys().faucet().address().bytes();
        CborWriter params = new CborWriter().array(5).bytes(key).bytes(key).integer(WINDOW_TYPE).bytes(new byte[0]).array(0);
        assertEquals(0, send(Singletons.POWER, 2, params, 10).exitCode());
        StateTree tree = devnet.chain().stateAfterHead();
        return tree.all().entrySet().stream().filter(e -> e.getKey() > Singletons.FIRST_MINER
                && e.getValue().code().equals(ActorKind.MINER.code())).findFirst().orElseThrow().getKey();
    }

    private MessageReceipt send(long to, long method, CborWriter params, long fil) {
        Message message = Message.of(Address.ofId(to), devnet.keys().faucet().address(), TokenAmount.ofFil(fil), method, params.toByteArray())
                .withNonce(nonce++).withGas(1_000_000_000, TokenAmount.ofAtto(1_000_000_000), TokenAmount.ofAtto(100_000));
        devnet.chain().push(Signatures.sign(devnet.keys().faucet(), message));
        step(1);
        return devnet.chain().executor().execute(devnet.chain().head()).receipts().getFirst();
    }

    private void step(int epochs) {
        assertEquals(epochs, devnet.clock().step(epochs));
    }

    /** Passes so many epochs in few blocks: the keeper proves its own windows on the way. */
    private void nulls(long rounds) {
        long target = devnet.chain().head().height() + rounds;
        while (devnet.chain().head().height() < target) {
            devnet.clock().nullRounds(target - devnet.chain().head().height() - 1);
            step(1);
        }
    }

    private MinerState state() {
        StateTree tree = devnet.chain().stateAfterHead();
        return MinerState.load(tree.store(), tree.get(miner).head());
    }

    private BigInteger power() {
        StateTree tree = devnet.chain().stateAfterHead();
        return PowerState.load(tree.store(), tree.get(Singletons.POWER).head()).claim(miner).orElseThrow().raw();
    }
}

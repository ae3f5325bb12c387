package io.cairn.devnet.actor.miner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.vm.AcceptsEveryProofFake;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Vm;
import io.cairn.protocol.actor.miner.PoStPartition;
import io.cairn.protocol.actor.miner.SubmitWindowedPoStParams;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.sector.PostProof;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is altered about a proof, the miner actor refuses it with the network's exit code. The right proof is 192 zero bytes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlteredProofsWithFakeVerifierTest {

    private static final byte[] RIGHT = new byte[192];
    private static final long LAST_PROVE_COMMIT = 30 * 2880 + 10;
    private static final PostProof RIGHT_WINDOW = window(RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1, RIGHT);

    private Devnet devnet;
    private ProviderWithFakeProofs provider;

    private static final class TakesOnlyZerosFake extends AcceptsEveryProofFake {
        @Override
        public boolean verifySeal(Seal seal) {
            return Arrays.equals(RIGHT, seal.proof());
        }

        @Override
        public boolean verifyWindow(SpaceTime window) {
            return Arrays.equals(RIGHT, window.proof());
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        devnet = Devnet.start(new DevnetSettings(folder, "altered", "127.0.0.1", 0, Duration.ZERO, false, 1_700_000_000,
                new TakesOnlyZerosFake(), new FakeProofWindowProver()));
        devnet.clock().step(1);
        provider = new ProviderWithFakeProofs(devnet, devnet.keys().owner());
    }

    @AfterAll
    void stop() {
        devnet.close();
    }

    private static PostProof window(RegisteredPostProof type, byte[] proof) {
        return new PostProof(type, ByteString.of(proof));
    }

    private static byte[] altered(int length, int at) {
        byte[] bytes = new byte[length];
        bytes[at] = 1;
        return bytes;
    }

    private int tried(Address from, long method, byte[] params, long epoch) {
        Message message = Message.of(Address.ofId(provider.miner()), from, TokenAmount.ZERO, method, params);
        Vm.Applied applied = devnet.chain().executor().trial(devnet.chain().stateAfterHead(), devnet.chain().head(), epoch, message);
        return applied.exitCode();
    }

    private int proved(CborWriter params, long epoch) {
        return tried(devnet.keys().owner().address(), 34, params.toByteArray(), epoch);
    }

    /** ProveCommitSectors3 of one sector without data. */
    private static CborWriter proveCommit(long sector, List<byte[]> proofs, byte[] aggregate) {
        CborWriter w = new CborWriter().array(6).array(1).array(2).unsigned(sector).array(0).array(proofs.size());
        proofs.forEach(w::bytes);
        return w.bytes(aggregate).nil().bool(true).bool(false);
    }

    @Test
    @Order(1)
    void anAlteredProofOfReplicationIsRefused() {
        assertEquals(ExitCode.OK, provider.preCommit(0).exitCode());
        long committed = provider.height();
        byte[] none = new byte[0];
        long now = committed + 11;
        assertEquals(ExitCode.FORBIDDEN, proved(proveCommit(0, List.of(RIGHT), none), now - 1), "too early");
        provider.pass(11);
        assertEquals(ExitCode.OK, proved(proveCommit(0, List.of(RIGHT), none), now));
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, proved(proveCommit(0, List.of(altered(192, 0)), none), now), "first byte");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, proved(proveCommit(0, List.of(altered(192, 191)), none), now), "last byte");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, proved(proveCommit(0, List.of(new byte[191]), none), now), "too short");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, proved(proveCommit(0, List.of(new byte[1921]), none), now), "too long");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, proved(proveCommit(0, List.of(), none), now), "none");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, proved(proveCommit(0, List.of(RIGHT, RIGHT), none), now), "two");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, proved(proveCommit(0, List.of(RIGHT), RIGHT), now), "an aggregate beside it");
        assertEquals(ExitCode.NOT_FOUND, proved(proveCommit(1, List.of(RIGHT), none), now), "another sector");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, proved(proveCommit(0, List.of(RIGHT), none), committed + LAST_PROVE_COMMIT + 1), "expired");
        assertEquals(ExitCode.FORBIDDEN, tried(devnet.keys().client().address(), 34, proveCommit(0, List.of(RIGHT), none).toByteArray(),
                now), "a stranger");
        assertEquals(ExitCode.SERIALIZATION, proved(new CborWriter().array(2), now), "no parameters");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, provider.proveCommit(0, altered(192, 5)).exitCode(), "in a block");
        assertTrue(provider.state().sectors().all().isEmpty());
        assertEquals(ExitCode.OK, provider.proveCommit(0, RIGHT).exitCode());
    }

    private int posted(SubmitWindowedPoStParams params, long epoch) {
        return tried(devnet.keys().owner().address(), 5, params.toCbor(), epoch);
    }

    private static SubmitWindowedPoStParams withProofs(SubmitWindowedPoStParams p, PostProof... proofs) {
        return new SubmitWindowedPoStParams(p.deadline(), p.partitions(), List.of(proofs), p.chainCommitEpoch(), p.chainCommitRand());
    }

    private static SubmitWindowedPoStParams withPartitions(SubmitWindowedPoStParams p, PoStPartition... partitions) {
        return new SubmitWindowedPoStParams(p.deadline(), List.of(partitions), p.proofs(), p.chainCommitEpoch(), p.chainCommitRand());
    }

    private static SubmitWindowedPoStParams withDeadline(SubmitWindowedPoStParams p, long deadline) {
        return new SubmitWindowedPoStParams(deadline, p.partitions(), p.proofs(), p.chainCommitEpoch(), p.chainCommitRand());
    }

    private static SubmitWindowedPoStParams withCommit(SubmitWindowedPoStParams p, long epoch, byte[] randomness) {
        return new SubmitWindowedPoStParams(p.deadline(), p.partitions(), p.proofs(), epoch, ByteString.of(randomness));
    }

    @Test
    @Order(2)
    void anAlteredWindowProofIsRefused() {
        Window window = provider.reachWindow();
        SubmitWindowedPoStParams right = provider.windowProof(window);
        byte[] commit = right.chainCommitRand().toArray();
        long now = provider.height() + 1;
        assertEquals(ExitCode.OK, posted(right, now));
        List<SubmitWindowedPoStParams> illegal = List.of(
                withProofs(right, window(RIGHT_WINDOW.postProof(), altered(192, 0))),
                withProofs(right, window(RIGHT_WINDOW.postProof(), altered(192, 191))),
                withProofs(right, window(RIGHT_WINDOW.postProof(), new byte[193])),
                withProofs(right, window(RIGHT_WINDOW.postProof(), new byte[0])),
                withProofs(right, window(RegisteredPostProof.STACKED_DRG_WINDOW_8MIB_V1_1, RIGHT)),
                withProofs(right), withProofs(right, RIGHT_WINDOW, RIGHT_WINDOW),
                withPartitions(right), withPartitions(right, right.partitions().getFirst(), right.partitions().getFirst()),
                withPartitions(right, Collections.nCopies(4, right.partitions().getFirst()).toArray(PoStPartition[]::new)),
                withPartitions(right, new PoStPartition(0, BitField.of(7))), withPartitions(right, new PoStPartition(0, BitField.of(0))),
                withDeadline(right, (window.index() + 1) % 48), withDeadline(right, (window.index() + 47) % 48), withDeadline(right, 48),
                withCommit(right, right.chainCommitEpoch(), new byte[32]), withCommit(right, right.chainCommitEpoch(), new byte[33]),
                withCommit(right, window.challenge() - 1, commit), withCommit(right, now, commit));
        for (int i = 0; i < illegal.size(); i++) {
            assertEquals(ExitCode.ILLEGAL_ARGUMENT, posted(illegal.get(i), now), "alteration " + i + ": " + illegal.get(i));
        }
        assertEquals(ExitCode.NOT_FOUND, posted(withPartitions(right, new PoStPartition(1, BitField.EMPTY)), now), "no such partition");
        assertEquals(0, window.index());
        assertEquals(ExitCode.ILLEGAL_STATE, posted(right, window.open() - 1), "before the proving period, when no window is open");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, posted(right, window.close()), "too late");
        assertEquals(ExitCode.FORBIDDEN, tried(devnet.keys().client().address(), 5, right.toCbor(), now), "a stranger");
        assertEquals(ExitCode.SERIALIZATION, tried(devnet.keys().owner().address(), 5, new byte[] {(byte) 0x80}, now), "no parameters");
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, provider.call(5, illegal.getFirst().toCbor()).exitCode(), "in a block");
        assertEquals(BigInteger.ZERO, provider.power());
        assertTrue(provider.state().deadline(window.index()).posted().isEmpty());
        assertEquals(ExitCode.OK, provider.call(5, provider.windowProof(window).toCbor()).exitCode());
        assertEquals(BigInteger.valueOf(2048), provider.power());
        assertEquals(ExitCode.ILLEGAL_ARGUMENT, posted(provider.windowProof(window), provider.height() + 1), "twice");
    }
}

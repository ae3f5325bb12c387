package io.cairn.devnet.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.actor.miner.MinerState;
import io.cairn.devnet.verification.LibraryVerifier;
import io.cairn.devnet.vm.ExitCode;
import io.cairn.devnet.vm.Singletons;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.actor.miner.SubmitWindowedPoStParams;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.sector.PostProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keeper with real proofs. */
@Tag("slow")
class KeeperTest {

    private static final long FIRST_OPEN = 658;

    @TempDir
    Path folder;

    @Test
    void aWindowIsProvenForRealEvenWhenAReplicaWasSpoiltAndAnAlteredProofIsRefused() throws IOException {
        try (ParameterStore parameters = TestParameters.of(ProofCircuit.Kind.WINDOW, folder.resolve("parameters"))) {
            SpaceTime spaceTime = new SpaceTime(parameters, TestParameters.WORKERS);
            try (Devnet devnet = Devnet.start(new DevnetSettings(folder.resolve("chain"), "real", "127.0.0.1", 0, Duration.ZERO, true,
                    1_700_000_000, new LibraryVerifier(new Sealing(parameters, TestParameters.WORKERS), spaceTime), WindowProver.of(spaceTime, TestParameters.DISPATCHER)))) {
                spoil(folder.resolve("chain/keeper/sealed/s-t01000-1"));
                devnet.chain().beacon().holdFrom(FIRST_OPEN + 1);
                devnet.clock().step(700);
                Message message = devnet.chain().pool().pending().getFirst().message();
                assertEquals(ExitCode.OK, tried(devnet, message));
                assertEquals(ExitCode.ILLEGAL_ARGUMENT, tried(devnet, altered(message)));
                devnet.chain().beacon().release();
                assertEquals(1, devnet.clock().step(1));
                assertTrue(isProven(devnet));
            }
        }
    }

    private static int tried(Devnet devnet, Message message) {
        return devnet.chain().executor().trial(devnet.chain().stateAfterHead(), devnet.chain().head(), FIRST_OPEN + 1, message).exitCode();
    }

    /** With one bit of the proof flipped. */
    private static Message altered(Message message) {
        SubmitWindowedPoStParams right = CborReader.readAll(message.params().toArray(), SubmitWindowedPoStParams::readFrom);
        byte[] proof = right.proofs().getFirst().proofBytes().toArray();
        proof[191] ^= 1;
        SubmitWindowedPoStParams wrong = new SubmitWindowedPoStParams(right.deadline(), right.partitions(),
                List.of(new PostProof(right.proofs().getFirst().postProof(), ByteString.of(proof))), right.chainCommitEpoch(),
                right.chainCommitRand());
        return Message.of(message.to(), message.from(), message.value(), message.method(), wrong.toCbor());
    }

    private static boolean isProven(Devnet devnet) {
        return MinerState.load(devnet.chain().log(), devnet.chain().stateAfterHead().get(Singletons.FIRST_MINER).head())
                .deadline(0).isProven();
    }

    private static void spoil(Path replica) throws IOException {
        Files.write(replica, new byte[2048]);
    }
}

package io.cairn.devnet.chain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.keeper.KeeperSectors;
import io.cairn.devnet.keeper.TestParameters;
import io.cairn.devnet.verification.LibraryVerifier;
import io.cairn.devnet.vm.Singletons;
import io.cairn.proofs.PostSector;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.BlockTemplate;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.block.Ticket;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.hash.Blake2b;
import io.cairn.protocol.sector.PostProof;
import io.cairn.protocol.signature.BlsKey;
import io.cairn.protocol.signature.Vrf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A submitted block with a real winning proof, over a sector of genesis, which is old enough to win. */
@Tag("slow")
class WinningProofTest {

    private static final Address MINER = Address.ofId(Singletons.FIRST_MINER);

    @TempDir
    Path folder;

    @Test
    void aRealWinningProofIsTakenAndAnAlteredOneIsNot() throws IOException {
        try (ParameterStore parameters = TestParameters.of(ProofCircuit.Kind.WINNING, folder.resolve("parameters"))) {
            SpaceTime spaceTime = new SpaceTime(parameters, TestParameters.WORKERS);
            try (Devnet devnet = Devnet.start(new DevnetSettings(folder.resolve("chain"), "winning", "127.0.0.1", 0, Duration.ZERO, false,
                    1_700_000_000, new LibraryVerifier(new Sealing(parameters, TestParameters.WORKERS), spaceTime),
                    new FakeProofWindowProver()))) {
                devnet.clock().step(2);
                Chain chain = devnet.chain();
                MiningBase base = win(devnet);
                long epoch = chain.head().height() + 1;
                PostSector sector = KeeperSectors.open(folder.resolve("chain/keeper"), devnet.keys()).toProve()
                        .get((int) base.challenged().getFirst().number());
                byte[] proof = spaceTime.winningPost(base.winningProof(), BlockDraws.winning(base.newest(), MINER, epoch), sector,
                        Progress.NONE);
                byte[] later = spaceTime.winningPost(base.winningProof(), BlockDraws.winning(base.newest(), MINER, epoch + 1), sector,
                        Progress.NONE);
                byte[] altered = proof.clone();
                altered[100] ^= 1;
                for (byte[] wrong : List.of(altered, later, new byte[192], new byte[191])) {
                    String refusal = assertThrows(InvalidBlockException.class, () -> chain.submit(block(devnet, base, wrong))).getMessage();
                    assertTrue(refusal.startsWith("WinPoStProof.ProofBytes is "), refusal);
                }
                assertFalse(chain.holdsBlocks());
                chain.submit(block(devnet, base, proof));
                assertTrue(chain.holdsBlocks());
            }
        }
    }

    private static int wins(Devnet devnet, MiningBase base) {
        ByteString election = Vrf.prove(devnet.keys().owner(), BlockDraws.election(base.newest(), MINER, devnet.chain().head().height() + 1));
        return WinCount.of(Blake2b.digest256(election.toArray()), base.minerPower(), base.networkPower());
    }

    private static MiningBase win(Devnet devnet) {
        while (true) {
            Tipset head = devnet.chain().head();
            MiningBase base = MiningBase.of(devnet.chain(), MINER, head.height() + 1, head).orElseThrow();
            if (wins(devnet, base) > 0) {
                return base;
            }
            devnet.clock().step(1);
        }
    }

    private static BlockMessage block(Devnet devnet, MiningBase base, byte[] proof) {
        BlsKey worker = devnet.keys().owner();
        Tipset head = devnet.chain().head();
        long epoch = head.height() + 1;
        BlockHeader unsigned = BlockAssembly.unsigned(devnet.chain(), new BlockTemplate(MINER, head.key(),
                new Ticket(Vrf.prove(worker, BlockDraws.ticket(base.newest(), MINER, epoch, head))),
                new ElectionProof(wins(devnet, base), Vrf.prove(worker, BlockDraws.election(base.newest(), MINER, epoch))), base.entries(),
                List.of(), epoch, head.timestamp() + 4, List.of(new PostProof(base.winningProof(), ByteString.of(proof)))));
        return new BlockMessage(unsigned.withSignature(worker.sign(unsigned.signingBytes())), List.of(), List.of());
    }
}

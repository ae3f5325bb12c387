package io.cairn.devnet.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.actor.miner.ProviderWithFakeProofs;
import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.vm.AcceptsEveryProofFake;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.BlockTemplate;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.MiningBaseInfo;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.BlockMessage;
import io.cairn.protocol.block.ElectionProof;
import io.cairn.protocol.block.Ticket;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.hash.Blake2b;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.rpc.RpcOptions;
import io.cairn.protocol.sector.PostProof;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.signature.Signature;
import io.cairn.protocol.signature.SignatureType;
import io.cairn.protocol.signature.Signatures;
import io.cairn.protocol.signature.Vrf;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A provider wins blocks beside the keeper; its winning proofs are fakes, of which the verifier takes those of zeros. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlocksOfProvidersWithFakeProofsTest {

    private Devnet devnet;
    private FullNode node;
    private Address miner;

    private static final class TakesWinningProofsOfZerosFake extends AcceptsEveryProofFake {
        @Override
        public boolean verifyWinning(SpaceTime winning) {
            return winning.proof()[0] == 0 && winning.sectors().size() == 1;
        }
    }

    @BeforeAll
    void onboard(@TempDir Path folder) {
        devnet = Devnet.start(new DevnetSettings(folder, "blocks", "127.0.0.1", 0, Duration.ZERO, false, 1_700_000_000,
                new TakesWinningProofsOfZerosFake(), new FakeProofWindowProver()));
        devnet.clock().step(1);
        ProviderWithFakeProofs provider = new ProviderWithFakeProofs(devnet, devnet.keys().owner());
        provider.onboard(0);
        provider.passInFewBlocks(905);
        miner = Address.ofId(provider.miner());
        node = FullNodeClient.connect(NodeEndpoint.of(URI.create(devnet.url().replace("http", "ws").replace("/rpc/v1", "")))
                .withToken(devnet.token()), RpcOptions.defaults());
    }

    @AfterAll
    void stop() {
        node.close();
        devnet.close();
    }

    private static <T> T answer(CompletableFuture<T> call) throws Exception {
        return call.get(20, TimeUnit.SECONDS);
    }

    /** Steps until the provider wins the epoch after the head; the template of that block, with the pool's messages. */
    private BlockTemplate win() throws Exception {
        while (true) {
            Tipset head = devnet.chain().head();
            long epoch = head.height() + 1;
            MiningBaseInfo base = answer(node.minerGetBaseInfo(miner, epoch, head.key())).orElseThrow();
            BeaconEntry newest = base.beaconEntries().getLast();
            ByteString election = Vrf.prove(devnet.keys().owner(), BlockDraws.election(newest, miner, epoch));
            int wins = WinCount.of(Blake2b.digest256(election.toArray()), base.minerPower(), base.networkPower());
            if (base.eligibleForMining() && wins > 0) {
                Ticket ticket = new Ticket(Vrf.prove(devnet.keys().owner(), BlockDraws.ticket(newest, miner, epoch, head)));
                List<SignedMessage> messages = Optional.ofNullable(answer(node.mpoolSelect(head.key(), 0.9))).orElse(List.of());
                return new BlockTemplate(miner, head.key(), ticket, new ElectionProof(wins, election), base.beaconEntries(), messages,
                        epoch, head.timestamp() + 4, List.of(new PostProof(RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1,
                                ByteString.of(new byte[192]))));
            }
            devnet.clock().step(1);
        }
    }

    @Test
    void aBlockOfAProviderAndTheKeepersMakeOneTipsetAndBothAreRewarded() throws Exception {
        transfer();
        BlockMessage block = answer(node.minerCreateBlock(win()));
        answer(node.syncSubmitBlock(block));
        assertTrue(devnet.chain().head().height() < block.header().height());
        BigInteger keepers = balance(Address.ofId(1000));
        BigInteger providers = balance(miner);
        devnet.clock().step(1);
        Tipset head = devnet.chain().head();
        assertEquals(2, head.blocks().size());
        assertTrue(head.blocks().contains(block.header()));
        assertTrue(balance(Address.ofId(1000)).compareTo(keepers) > 0);
        assertTrue(balance(miner).compareTo(providers) > 0);
        assertTrue(devnet.chain().executor().execute(head).receipts().size() <= 1);
        answer(node.syncSubmitBlock(block));
        devnet.clock().step(1);
        assertEquals(head, devnet.chain().index().parent(devnet.chain().head()).orElseThrow());
    }

    @Test
    void aBlockThatComesAfterTheKeepersJoinsItsTipset() throws Exception {
        BlockTemplate template = win();
        devnet.clock().step(1);
        Tipset alone = devnet.chain().head();
        BlockMessage block = answer(node.minerCreateBlock(template));
        answer(node.syncSubmitBlock(block));
        assertEquals(alone.height(), devnet.chain().head().height());
        assertEquals(2, devnet.chain().head().blocks().size());
        assertTrue(devnet.chain().head().blocks().containsAll(alone.blocks()));
        devnet.clock().step(1);
    }

    @Test
    void everyAlteredFieldIsRefusedByName() throws Exception {
        BlockMessage block = answer(node.minerCreateBlock(win()));
        BlockHeader h = block.header();
        ByteString wrong = Vrf.prove(devnet.keys().owner(), new byte[32]);
        Cid other = Cid.ofDagCbor(new byte[] {(byte) 0x80});
        List<BlockHeader> altered = List.of(
                with(h, 0, Address.ofId(999_999)), with(h, 1, new Ticket(wrong)), with(h, 2, new ElectionProof(h.electionProof().winCount(), wrong)),
                with(h, 2, new ElectionProof(h.electionProof().winCount() + 1, h.electionProof().vrfProof())), with(h, 3, List.of()),
                with(h, 4, List.of()),
                with(h, 4, List.of(new PostProof(RegisteredPostProof.STACKED_DRG_WINNING_8MIB_V1, ByteString.of(new byte[192])))),
                with(h, 4, List.of(new PostProof(RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1, ByteString.of(new byte[] {1})))),
                with(h, 5, List.of(other)), with(h, 6, h.parentWeight().add(BigInteger.ONE)), with(h, 7, h.height() + 1), with(h, 8, other),
                with(h, 9, other), with(h, 10, other), with(h, 11, Optional.of(Signature.of(SignatureType.BLS, wrong.toArray()))),
                with(h, 12, h.timestamp() + 1), with(h, 15, TokenAmount.ofAtto(101)));
        List<String> fields = List.of("Miner", "Ticket", "ElectionProof.VRFProof", "ElectionProof.WinCount", "BeaconEntries", "WinPoStProof",
                "WinPoStProof.PoStProof", "WinPoStProof.ProofBytes", "Parents", "ParentWeight", "Height", "ParentStateRoot",
                "ParentMessageReceipts", "Messages", "BLSAggregate", "Timestamp", "ParentBaseFee");
        for (int i = 0; i < altered.size(); i++) {
            BlockHeader signed = altered.get(i).withSignature(devnet.keys().owner().sign(altered.get(i).signingBytes()));
            assertRefused(fields.get(i) + " is ", new BlockMessage(signed, block.blsMessages(), block.secpkMessages()));
        }
        BlockHeader unsigned = h.withSignature(devnet.keys().owner().sign(new byte[32]));
        assertRefused("BlockSig is ", new BlockMessage(unsigned, block.blsMessages(), block.secpkMessages()));
        assertRefused("BlsMessages holds ", withMessages(block, List.of(other), List.of()));
        answer(node.syncSubmitBlock(block));
        BlockHeader second = with(h, 13, Optional.of(h.blockSignature().orElseThrow()));
        second = with(second, 4, List.of(new PostProof(RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1, ByteString.of(new byte[193]))));
        second = second.withSignature(devnet.keys().owner().sign(second.signingBytes()));
        assertRefused("Miner is ", new BlockMessage(second, block.blsMessages(), block.secpkMessages()));
        devnet.clock().step(1);
    }

    @Test
    void messagesOfABlockAreChecked() throws Exception {
        BlockTemplate template = win();
        long nonce = nonce();
        SignedMessage gap = Signatures.sign(devnet.keys().faucet(), message(nonce + 1));
        assertRefused("nonce is " + (nonce + 1) + ", expected " + nonce, answer(node.minerCreateBlock(withMessages(template, gap))));
        SignedMessage forged = new SignedMessage(message(nonce), devnet.keys().faucet().sign(new byte[32]));
        assertRefused("with a wrong signature", answer(node.minerCreateBlock(withMessages(template, forged))));
        SignedMessage cheap = Signatures.sign(devnet.keys().faucet(), message(nonce).withGas(10, TokenAmount.ofAtto(1000), TokenAmount.ZERO));
        assertRefused("gasLimit 10", answer(node.minerCreateBlock(withMessages(template, cheap))));
        devnet.clock().step(1);
    }

    private void assertRefused(String expected, BlockMessage block) {
        String refusal = assertThrows(ExecutionException.class, () -> answer(node.syncSubmitBlock(block)), expected).getMessage();
        assertTrue(refusal.contains(expected), expected + ": " + refusal);
    }

    private void transfer() {
        devnet.chain().push(Signatures.sign(devnet.keys().faucet(), message(nonce())));
    }

    private long nonce() {
        return devnet.chain().pool().nextNonce(devnet.chain().accounts().find(devnet.keys().faucet().address()).orElseThrow());
    }

    private Message message(long nonce) {
        return Message.of(devnet.keys().client().address(), devnet.keys().faucet().address(), TokenAmount.ofFil(1), 0, new byte[0])
                .withNonce(nonce).withGas(5_000_000, TokenAmount.ofAtto(1_000_000_000), TokenAmount.ofAtto(100_000));
    }

    private BigInteger balance(Address actor) {
        return devnet.chain().stateAfterHead().get(actor.id()).balance();
    }

    private static BlockTemplate withMessages(BlockTemplate t, SignedMessage message) {
        return new BlockTemplate(t.miner(), t.parents(), t.ticket(), t.electionProof(), t.beaconValues(), List.of(message), t.epoch(),
                t.timestamp(), t.winningPoStProof());
    }

    /** A block of these messages with the identifier of their list, signed. */
    private BlockMessage withMessages(BlockMessage block, List<Cid> bls, List<Cid> secp) {
        BlockHeader header = with(block.header(), 10, BlockMessages.save(devnet.chain().log(), bls, secp));
        return new BlockMessage(header.withSignature(devnet.keys().owner().sign(header.signingBytes())), bls, secp);
    }

    /** The header with its field of that position replaced. */
    @SuppressWarnings("unchecked")
    private static BlockHeader with(BlockHeader h, int field, Object value) {
        return new BlockHeader(field == 0 ? (Address) value : h.miner(), field == 1 ? (Ticket) value : h.ticket(),
                field == 2 ? (ElectionProof) value : h.electionProof(), field == 3 ? (List<BeaconEntry>) value : h.beaconEntries(),
                field == 4 ? (List<PostProof>) value : h.winningPostProof(), field == 5 ? (List<Cid>) value : h.parents(),
                field == 6 ? (BigInteger) value : h.parentWeight(), field == 7 ? (Long) value : h.height(),
                field == 8 ? (Cid) value : h.parentStateRoot(), field == 9 ? (Cid) value : h.parentMessageReceipts(),
                field == 10 ? (Cid) value : h.messages(), field == 11 ? (Optional<Signature>) value : h.blsAggregate(),
                field == 12 ? (Long) value : h.timestamp(), field == 13 ? (Optional<Signature>) value : h.blockSignature(),
                h.forkSignaling(), field == 15 ? (TokenAmount) value : h.parentBaseFee());
    }
}

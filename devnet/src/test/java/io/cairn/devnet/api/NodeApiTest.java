package io.cairn.devnet.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.vm.AcceptsEveryProofFake;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.InvocResult;
import io.cairn.protocol.api.KeyInfo;
import io.cairn.protocol.api.MessageMatch;
import io.cairn.protocol.api.MessageSendSpec;
import io.cairn.protocol.api.MsgLookup;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.signature.Signature;
import io.cairn.protocol.signature.Signatures;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages, waiting and the wallet over the API. */
class NodeApiTest {

    @TempDir
    Path folder;

    private Devnet devnet;
    private FullNode node;

    @BeforeEach
    void start() {
        devnet = Devnet.start(new DevnetSettings(folder, "node api", "127.0.0.1", 0, Duration.ZERO, false, 1_700_000_000,
                new AcceptsEveryProofFake(), new FakeProofWindowProver()));
        node = FullNodeClient.connect(NodeEndpoint.of(URI.create(devnet.url().replace("http", "ws").replace("/rpc/v1", "")))
                .withToken(devnet.token()));
        devnet.clock().step(2);
    }

    @AfterEach
    void stop() {
        node.close();
        devnet.close();
    }

    private static <T> T answer(CompletableFuture<T> call) throws Exception {
        return call.get(20, TimeUnit.SECONDS);
    }

    private Message transfer() {
        return Message.of(devnet.keys().client().address(), devnet.keys().faucet().address(), TokenAmount.ofFil(1), 0, new byte[0]);
    }

    private SignedMessage push() throws Exception {
        return answer(node.mpoolPushMessage(transfer(), Optional.empty()));
    }

    @Test
    void aRequestOfTheSameUuidIsSentOnceAndAMaximumFeeIsKept() throws Exception {
        MessageSendSpec spec = new MessageSendSpec(TokenAmount.ofAtto(5_000_000_000_000L), UUID.randomUUID(), false);
        SignedMessage first = answer(node.mpoolPushMessage(transfer(), Optional.of(spec)));
        assertEquals(first, answer(node.mpoolPushMessage(transfer(), Optional.of(spec))));
        assertTrue(first.message().requiredFunds().compareTo(spec.maxFee()) <= 0, first.message().requiredFunds().toString());
        assertTrue(Signatures.verify(first, devnet.keys().faucet().address()));
        assertEquals(1, push().message().nonce());
        assertEquals(2, answer(node.mpoolPending(TipsetKey.EMPTY)).size());
        assertThrows(ExecutionException.class, () -> answer(node.mpoolPushMessage(transfer().withNonce(3), Optional.empty())));
        assertThrows(ExecutionException.class, () -> answer(node.mpoolPushMessage(transfer().withFrom(Address.ofId(99)), Optional.empty())));
    }

    @Test
    void waitingEndsWhenTheMessageIsBuriedAndARevertBeginsItAnew() throws Exception {
        Cid message = push().cid();
        CompletableFuture<MsgLookup> waiting = node.stateWaitMsg(message, 3, -1, true);
        assertTrue(answer(node.stateSearchMsg(TipsetKey.EMPTY, message, -1, true)).isEmpty());
        devnet.clock().step(3);
        assertEquals(message, answer(node.stateSearchMsg(TipsetKey.EMPTY, message, -1, true)).orElseThrow().message());
        devnet.producer().reorganise(3);
        assertTrue(answer(node.stateSearchMsg(TipsetKey.EMPTY, message, -1, true)).isEmpty());
        assertFalse(waiting.isDone());
        devnet.clock().step(6);
        MsgLookup found = answer(waiting);
        assertEquals(0, found.receipt().exitCode());
        assertTrue(devnet.chain().head().height() - found.height() >= 3);
        assertEquals(found, answer(node.stateSearchMsg(TipsetKey.EMPTY, message, -1, true)).orElseThrow());
        assertTrue(answer(node.stateSearchMsg(TipsetKey.EMPTY, message, 1, true)).isEmpty());
        assertThrows(ExecutionException.class, () -> answer(node.stateWaitMsg(message, 901, -1, true)));
        assertThrows(ExecutionException.class, () -> answer(node.stateWaitMsg(Cid.ofDagCbor(new byte[] {1}), 0, -1, true)));
    }

    @Test
    void aReplacedMessageIsToldFromAnotherCall() throws Exception {
        SignedMessage first = push();
        Message dearer = first.message().withGas(first.message().gasLimit(), first.message().gasFeeCap().times(2),
                first.message().gasPremium().times(2));
        Cid second = answer(node.mpoolPush(Signatures.sign(devnet.keys().faucet(), dearer)));
        devnet.clock().step(2);
        assertEquals(second, answer(node.stateWaitMsg(first.cid(), 0, -1, true)).message());
        assertTrue(answer(node.stateSearchMsg(TipsetKey.EMPTY, first.cid(), -1, false)).isEmpty());
        assertThrows(ExecutionException.class, () -> answer(node.stateWaitMsg(first.cid(), 0, -1, false)));
        SignedMessage third = push();
        Message other = Message.of(Address.ofId(100), third.message().from(), TokenAmount.ofFil(2), 0, new byte[0])
                .withNonce(third.message().nonce()).withGas(third.message().gasLimit() * 2, third.message().gasFeeCap().times(2),
                        third.message().gasPremium().times(2));
        answer(node.mpoolPush(Signatures.sign(devnet.keys().faucet(), other)));
        devnet.clock().step(2);
        assertThrows(ExecutionException.class, () -> answer(node.stateSearchMsg(TipsetKey.EMPTY, third.cid(), -1, true)));
        assertTrue(answer(node.stateSearchMsg(TipsetKey.EMPTY, third.cid(), -1, false)).isEmpty());
    }

    @Test
    void messagesAreListedTriedAndReplayed() throws Exception {
        SignedMessage message = push();
        InvocResult tried = answer(node.stateCall(message.message(), TipsetKey.EMPTY));
        assertEquals(0, tried.receipt().orElseThrow().exitCode());
        devnet.clock().step(2);
        InvocResult replayed = answer(node.stateReplay(TipsetKey.EMPTY, message.cid()));
        assertEquals(answer(node.stateSearchMsg(TipsetKey.EMPTY, message.cid(), -1, true)).orElseThrow().receipt(),
                replayed.receipt().orElseThrow());
        Cid block = devnet.chain().head().key().cids().getFirst();
        assertEquals(message.message(), answer(node.chainGetParentMessages(block)).getFirst().message());
        Cid included = devnet.chain().index().parent(devnet.chain().head()).orElseThrow().key().cids().getFirst();
        assertEquals(List.of(message), answer(node.chainGetBlockMessages(included)).secpkMessages());
        assertEquals(List.of(message.cid()), answer(node.stateListMessages(new MessageMatch(Optional.empty(),
                Optional.of(message.message().from())), TipsetKey.EMPTY, 0)));
    }

    @Test
    void keysOfTheWalletOutliveTheNode() throws Exception {
        Address made = answer(node.walletNew("bls"));
        KeyInfo exported = answer(node.walletExport(made));
        Signature signature = answer(node.walletSign(made, ByteString.of(new byte[] {1, 2})));
        assertTrue(answer(node.walletVerify(made, ByteString.of(new byte[] {1, 2}), signature)));
        stop();
        start();
        assertTrue(answer(node.walletList()).contains(made));
        assertEquals(made, answer(node.walletImport(exported)));
        assertThrows(ExecutionException.class, () -> answer(node.walletNew("rsa")));
    }

    @Test
    void aBeaconEntryIsAnsweredWhenItIsThere() throws Exception {
        CompletableFuture<BeaconEntry> early = node.stateGetBeaconEntry(6);
        assertEquals(103, answer(node.stateGetBeaconEntry(3)).round());
        assertFalse(early.isDone());
        devnet.clock().step(4);
        assertEquals(106, answer(early).round());
    }
}

package io.cairn.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.devnet.keeper.FakeProofWindowProver;
import io.cairn.devnet.vm.RefusesEveryProofFake;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.Signatures;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevnetTest {

    @TempDir
    Path folder;

    private Devnet start(Path where) {
        return startAt(where, 0);
    }

    private Devnet startAt(Path where, int port) {
        return Devnet.start(new DevnetSettings(where, "test seed", "127.0.0.1", port, Duration.ZERO, false, 1_700_000_000,
                new RefusesEveryProofFake(), new FakeProofWindowProver()));
    }

    @Test
    void theSameSeedMakesTheSameChain() {
        Cid first;
        try (Devnet one = start(folder.resolve("a"))) {
            assertEquals(5, one.clock().step(5));
            first = one.chain().head().key().cids().getFirst();
        }
        try (Devnet other = start(folder.resolve("b"))) {
            other.clock().step(5);
            assertEquals(first, other.chain().head().key().cids().getFirst());
        }
    }

    @Test
    void theChainGoesOnAfterARestartWithItsPendingMessages() {
        Cid head;
        try (Devnet devnet = start(folder)) {
            devnet.clock().step(3);
            head = devnet.chain().head().key().cids().getFirst();
            devnet.chain().push(Signatures.sign(devnet.keys().faucet(), transfer(devnet, 0)));
        }
        try (Devnet devnet = start(folder)) {
            assertEquals(head, devnet.chain().head().key().cids().getFirst());
            assertEquals(1, devnet.chain().pool().pending().size());
            devnet.clock().step(2);
            assertEquals(0, devnet.chain().pool().pending().size());
            BigInteger received = balance(devnet, Address.ofId(101)).subtract(BigInteger.valueOf(10_000_000).multiply(BigInteger.TEN.pow(18)));
            assertEquals(BigInteger.TEN.pow(18), received);
        }
    }

    @Test
    void aReorgBringsMessagesBack() {
        try (Devnet devnet = start(folder)) {
            devnet.clock().step(3);
            devnet.chain().push(Signatures.sign(devnet.keys().faucet(), transfer(devnet, 0)));
            devnet.clock().step(1);
            Cid replaced = devnet.chain().head().key().cids().getFirst();
            devnet.producer().reorganise(2);
            assertNotEquals(replaced, devnet.chain().head().key().cids().getFirst());
            assertEquals(1, devnet.chain().pool().pending().size());
            devnet.clock().step(2);
            assertEquals(0, devnet.chain().pool().pending().size());
        }
    }

    @Test
    void aReorgBringsBlsMessagesBackWithTheirSignatures() {
        try (Devnet devnet = start(folder)) {
            devnet.clock().step(3);
            Message message = transfer(devnet, 0).withFrom(devnet.keys().owner().address());
            devnet.chain().push(Signatures.sign(devnet.keys().owner(), message));
            devnet.clock().step(1);
        }
        try (Devnet devnet = start(folder)) {
            devnet.producer().reorganise(2);
            assertEquals(1, devnet.chain().pool().pending().size());
            assertTrue(Signatures.verify(devnet.chain().pool().pending().getFirst(), devnet.keys().owner().address()));
            devnet.clock().step(2);
            assertEquals(0, devnet.chain().pool().pending().size());
            BigInteger received = balance(devnet, Address.ofId(101)).subtract(BigInteger.valueOf(10_000_000).multiply(BigInteger.TEN.pow(18)));
            assertEquals(BigInteger.TEN.pow(18), received);
        }
    }

    @Test
    void aPortThatIsTakenAndAFolderInUseAreRefusedAndLeaveNothingBehind() {
        try (Devnet devnet = start(folder.resolve("a"))) {
            int port = URI.create(devnet.url()).getPort();
            RuntimeException taken = assertThrows(RuntimeException.class, () -> startAt(folder.resolve("b"), port));
            assertTrue(causes(taken).anyMatch(BindException.class::isInstance), taken.toString());
            String refusal = assertThrows(UncheckedIOException.class, () -> start(folder.resolve("a"))).getMessage();
            assertTrue(refusal.contains("in use by another chain"), refusal);
        }
        try (Devnet devnet = start(folder.resolve("b"))) {
            assertEquals(1, devnet.clock().step(1));
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    @Test
    void theApiAnswers() throws Exception {
        try (Devnet devnet = start(folder)) {
            devnet.clock().nullRounds(2);
            devnet.clock().step(1);
            assertTrue(call(devnet, "ChainHead", "").contains("\"Height\":3"), call(devnet, "ChainHead", ""));
            String deadline = call(devnet, "StateMinerProvingDeadline", "\"t01000\",[]");
            assertTrue(deadline.contains("\"PeriodStart\":-2222"), deadline);
            String info = call(devnet, "StateMinerInfo", "\"t01000\",[]");
            assertTrue(info.contains("\"Owner\":\"t0100\""), info);
            String nonce = call(devnet, "MpoolGetNonce", "\"" + devnet.keys().faucet().address() + "\"");
            assertTrue(nonce.contains("\"result\":0"), nonce);
        }
    }

    private static Message transfer(Devnet devnet, long nonce) {
        return Message.of(devnet.keys().client().address(), devnet.keys().faucet().address(), TokenAmount.ofFil(1), 0, new byte[0])
                .withNonce(nonce).withGas(5_000_000, TokenAmount.ofAtto(1_000_000_000), TokenAmount.ofAtto(100_000));
    }

    private static BigInteger balance(Devnet devnet, Address address) {
        return devnet.chain().stateAfterHead().get(address.id()).balance();
    }

    private static String call(Devnet devnet, String method, String params) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(devnet.url())).timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + devnet.token())
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Filecoin." + method
                        + "\",\"params\":[" + params + "]}")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}

package io.cairn.node.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.node.home.Signposts;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.Signatures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask and drive the chain, against a small one that is stepped by hand. */
class ChainCommandsTest {

    @TempDir
    private static Path home;

    private static Devnet devnet;

    @BeforeAll
    static void start() throws IOException {
        devnet = Devnet.start(new DevnetSettings(home.resolve("chain"), "commands", "127.0.0.1", 0, Duration.ZERO, false,
                1_700_000_000, new FakeProofVerifier(), (_, _, _) -> FakeProofVerifier.FAKE_PROOF));
        new Signposts(home).publishChain(URI.create(devnet.url()), devnet.token());
        devnet.clock().step(3);
    }

    @AfterAll
    static void stop() {
        devnet.close();
    }

    private static Ran run(String line) {
        return Ran.over(home, line.split(" "));
    }

    private static String head() {
        return devnet.chain().head().key().cids().getFirst().toString();
    }

    private static long height() {
        return devnet.chain().head().height();
    }

    @Test
    void headAndListAreTheChains() throws IOException {
        assertEquals(head() + "\n", run("chain head").out());
        Ran list = run("chain list --count 2");
        assertEquals(2, list.out().lines().count());
        assertTrue(list.out().lines().toList().getLast().matches(height() + ": \\(.+\\) \\[ " + head() + ": t01000, ]"), list.out());
        JsonNode rows = run("chain list --count 2 --json").json();
        assertEquals(height(), rows.get(1).get("height").asLong());
        assertEquals("0", run("chain list --height 0 --json").json().get(0).get("height").asText());
        assertEquals(2, run("chain list --count 0").code());
    }

    @Test
    void aMessageIsSeenWaitingThenExecuted() throws IOException {
        SignedMessage signed = pushed();
        Ran pending = run("mpool pending");
        assertTrue(pending.out().contains(signed.cid().toString()), pending.out());
        assertTrue(run("chain inspect " + signed.cid()).says("Executed:   not yet"), run("chain inspect " + signed.cid()).out());
        devnet.clock().step(2);
        assertTrue(run("mpool pending").says("No message waits."));
        JsonNode message = run("chain inspect " + signed.cid() + " --json").json();
        assertEquals(0, message.get("exitCode").asLong());
        assertEquals("1000000000000000000", message.get("value").asText());
        JsonNode tipset = run("chain get " + (message.get("executedAt").asLong() - 1) + " --json").json();
        assertEquals(signed.cid().toString(), tipset.at("/messages/0/cid").asText());
        assertEquals(0, tipset.at("/messages/0/exitCode").asLong());
        Ran block = run("chain inspect " + head());
        assertTrue(block.says("No messages."), block.out() + block.err());
    }

    private static SignedMessage pushed() {
        Address faucet = devnet.keys().faucet().address();
        Message transfer = Message.of(Address.ofId(101), faucet, TokenAmount.ofFil(1), 0, new byte[0])
                .withNonce(0)
                .withGas(10_000_000, TokenAmount.ofAtto(10_000_000_000L), TokenAmount.ofAtto(1_000));
        SignedMessage signed = Signatures.sign(devnet.keys().faucet(), transfer);
        devnet.chain().push(signed);
        return signed;
    }

    @Test
    void whatIsNotThereIsTold() {
        Ran future = run("chain inspect 999999");
        assertEquals(3, future.code());
        assertTrue(future.err().startsWith("cairn: Filecoin.ChainGetTipSetByHeight: "), future.err());
        assertEquals(2, run("chain inspect nonsense").code());
    }

    @Test
    void theClockIsDriven() throws IOException {
        long before = height();
        assertEquals("Made 2 epochs.\n", run("devnet step 2").out());
        assertEquals(before + 2, height());
        assertTrue(run("devnet null-rounds 2").says("The next block comes after 2 empty epochs."));
        assertEquals(1, run("devnet step 1 --json").json().get("made").asInt());
        assertEquals(before + 5, height());
        assertTrue(run("chain inspect " + (before + 3)).out().startsWith("No block was made at that epoch"));
    }

    @Test
    void faultsAreInjectedAndTakenBack() {
        devnet.clock().step(2);
        String replaced = head();
        assertTrue(run("devnet reorg 1").says("1 tipset replaced."));
        assertNotEquals(replaced, head());
        assertEquals(0, run("devnet hold-beacon " + height()).code());
        assertTrue(run("devnet step 2").out().startsWith("Made 0 of 2 epochs"));
        assertTrue(run("devnet hold-beacon --release").says("The beacon comes again."));
        assertTrue(run("devnet step 1").says("Made 1 epoch."));
        assertTrue(run("devnet base-fee 5000000000attofil").says("The base fee is 5 nFIL or more."));
        devnet.clock().step(2);
        assertTrue(run("devnet status").says("Base fee:         5 nFIL"), run("devnet status").out());
        assertTrue(run("devnet base-fee 0").says("The base fee is free again."));
        assertTrue(run("devnet drop-messages 1").says("To be lost: 1 message."));
        assertTrue(run("devnet drop-messages 0").says("To be lost: 0 messages."));
        assertTrue(run("devnet delay-messages 5").says("Messages that come now wait 5 epochs."));
        assertTrue(run("devnet delay-messages 0").says("Messages wait no longer."));
        assertTrue(run("devnet allow-missed-windows").says("The clock passes windows that are not proven."));
        assertTrue(run("devnet allow-missed-windows no").says("The clock waits for windows that are not proven."));
    }

    @Test
    void amountsAndCountsOutOfRangeAreNamed() {
        assertEquals("cairn: SECONDS is 0; expected 1 to 3600", run("devnet api-down 0").err().lines().findFirst().orElseThrow());
        assertEquals("cairn: N is 0; expected 1 or more", run("devnet null-rounds 0").err().lines().findFirst().orElseThrow());
        assertEquals(2, run("devnet base-fee lots").code());
        assertEquals(2, run("devnet hold-beacon").code());
    }

    @Test
    void aWrongTokenIsRefused(@TempDir Path other) throws IOException {
        new Signposts(other).publishChain(URI.create(devnet.url()), "not.a.token");
        Ran refused = Ran.over(other, "devnet", "step");
        assertEquals(3, refused.code(), refused.err());
        assertTrue(refused.err().contains("token"), refused.err());
    }
}

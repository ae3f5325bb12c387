package io.cairn.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.persistence.deal.DealEvent;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.protocol.actor.miner.MinerMethod;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.SectorOnChainInfo;
import io.cairn.protocol.block.TipsetKey;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two sectors from pledge to many proven windows with real proofs, while chain and provider are killed at random moments;
 * then a reorg, flipped bits, and a file that is stored and comes back. The moments follow from the property {@code cairn.test.seed}, which is printed.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeStoryTest {

    private static final int SECTORS = 2;
    private static final BigInteger FULL_POWER = BigInteger.valueOf(SECTORS * 2048L);
    private static final int KILLS_OF_A_PROOF = Integer.getInteger("cairn.test.proof-kills", 2);
    private static final int KILLS_WHILE_PROVING_WINDOWS = 8;
    private static final int KILLS_OF_A_DEAL = 5;
    private static final Duration LONGEST = Duration.ofMinutes(25);
    private static final int NODE_BYTES = 32;

    @TempDir
    private static Path folder;

    private static Random random;
    private static Story story;
    private static Address miner;

    @BeforeAll
    static void begin() throws Exception {
        long seed = Long.getLong("cairn.test.seed", System.nanoTime());
        tell("-Dcairn.test.seed=" + seed);
        random = new Random(seed);
        story = Story.begin(folder, SECTORS);
        miner = story.miner();
    }

    @AfterAll
    static void end() throws Exception {
        if (story != null) {
            story.close();
        }
    }

    private static void tell(String line) {
        System.out.println("[whole story] " + line);
    }

    @Test
    @Order(1)
    void goesOnAfterKillsAtRandomMoments() throws Exception {
        killUntilCommitted();
        tell("both sectors are committed");
        for (int kill = 0; kill < KILLS_WHILE_PROVING_WINDOWS; kill++) {
            Thread.sleep(random.nextInt(1_000, 15_000));
            killSomething();
        }
        story.awaitProvider();
        Eventually.holds("both sectors have power", LONGEST, () -> story.power(miner).equals(FULL_POWER));
        long proven = windowProofs();
        Eventually.holds("two more windows are proven", LONGEST, () -> windowProofs() >= proven + 2);
        story.stopProvider();
        StoryAudit audit = new StoryAudit(story, miner, SECTORS, JournalFile.read(story.providerHome()));
        audit.noWorkWasDoneTwice();
        audit.noMessageWasSentTwice();
        audit.noWindowWasMissed();
        story.startProvider();
        story.awaitProvider();
    }

    private static void killUntilCommitted() throws Exception {
        int killsOfProofs = 0;
        boolean reorganised = false;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (story.sectors(miner).size() < SECTORS || !reorganised) {
            assertTrue(System.nanoTime() < end, "both sectors are committed within " + LONGEST.toMinutes() + " minutes");
            Thread.sleep(random.nextInt(500, 8_000));
            if (!reorganised && !story.sectors(miner).isEmpty()) {
                takeBackACommit();
                reorganised = true;
            } else if (!proofIsBeingMade()) {
                killSomething();
            } else if (killsOfProofs < KILLS_OF_A_PROOF) {
                killsOfProofs++;
                killSomething();
            }
        }
    }

    /** The interactive randomness of a pre-committed sector is there, its commit is not. */
    private static boolean proofIsBeingMade() throws Exception {
        long height = Story.get(story.node().chainHead()).height();
        for (long number = 0; number < SECTORS; number++) {
            var info = Story.get(story.node().stateSectorPreCommitInfo(miner, number, TipsetKey.EMPTY));
            if (info.isPresent() && height > info.get().preCommitEpoch() + 10) {
                return true;
            }
        }
        return false;
    }

    private static void takeBackACommit() throws Exception {
        int before = story.sectors(miner).size();
        int depth = 1 + tipsetsSince(MinerMethod.PROVE_COMMIT_SECTORS3.number());
        Story.get(story.devnet().reorganise(depth));
        tell("a reorg of " + depth + " tipsets takes back a commit");
        Eventually.holds("the commit is on the chain again", LONGEST, () -> story.sectors(miner).size() >= before);
    }

    /** How many tipsets lie on top of the newest message of the method to the miner. */
    private static int tipsetsSince(long method) throws Exception {
        var tipset = Story.get(story.node().chainHead());
        for (int depth = 0; tipset.height() > 0; depth++) {
            boolean carries = Story.get(story.node().chainGetMessagesInTipset(tipset.key())).stream()
                    .anyMatch(message -> message.message().to().equals(miner) && message.message().method() == method);
            if (carries) {
                return depth;
            }
            tipset = Story.get(story.node().chainGetTipSet(new TipsetKey(tipset.blocks().getFirst().parents())));
        }
        throw new AssertionError("no message of method " + method + " is on the chain");
    }

    private static void killSomething() throws Exception {
        int target = random.nextInt(5);
        int pause = random.nextInt(3_000);
        tell(switch (target) {
            case 0 -> "kill -9 of the chain";
            case 1 -> "kill -9 of chain and provider";
            default -> "kill -9 of the provider";
        });
        if (target < 2) {
            story.killChain();
        }
        if (target > 0) {
            story.killProvider();
        }
        Thread.sleep(pause);
        if (target > 0) {
            story.startProvider();
        }
        if (target < 2) {
            story.startChain();
        }
        if (random.nextInt(3) > 0) {
            story.awaitMiner(); // otherwise the next kill may meet a process that is starting
        }
    }

    private static long windowProofs() throws Exception {
        return story.messagesTo(miner, MinerMethod.SUBMIT_WINDOWED_POST).size();
    }

    @Test
    @Order(2)
    void aWindowProofThatAReorgTakesBackLandsAgain() throws Exception {
        long before = windowProofs();
        Eventually.holds("the next window proof is on the chain", LONGEST, () -> windowProofs() > before);
        int depth = 1 + tipsetsSince(MinerMethod.SUBMIT_WINDOWED_POST.number());
        Story.get(story.devnet().reorganise(depth));
        tell("a reorg of " + depth + " tipsets takes back a window proof");
        Eventually.holds("the proof and the one after it are on the chain", LONGEST, () -> windowProofs() >= before + 2);
        assertEquals(FULL_POWER, story.power(miner));
        assertTrue(Story.get(story.node().stateMinerFaults(miner, TipsetKey.EMPTY)).isEmpty(), "no sector is faulty");
    }

    @Test
    @Order(3)
    void aFlippedBitIsSkippedDeclaredAndRecovered() throws Exception {
        SectorOnChainInfo victim = story.sectors(miner).getFirst();
        if (isAloneInItsDeadline(victim)) {
            Story.get(story.devnet().allowMissedWindows(true)); // Nobody can prove that window: the clock would wait for ever.
        }
        Path file = story.providerHome().resolve("sectors").resolve("sealed").resolve("s-" + miner + "-" + victim.sectorNumber());
        byte[] sound = Files.readAllBytes(file);
        byte[] damaged = sound.clone();
        for (int node = 0; node < damaged.length; node += NODE_BYTES) {
            damaged[node] ^= 1; // one bit of each node, so that the challenge meets one
        }
        Files.write(file, damaged);
        long before = windowProofs();
        Eventually.holds("the damaged sector is faulty", LONGEST, () -> Story.get(
                story.node().stateMinerFaults(miner, TipsetKey.EMPTY)).contains(victim.sectorNumber()));
        Eventually.holds("the window was proven without it", LONGEST, () -> windowProofs() > before);
        assertEquals(FULL_POWER.subtract(BigInteger.valueOf(2048)), story.power(miner), "the other sector keeps its power");
        assertTrue(Arrays.equals(damaged, Files.readAllBytes(file)), "nobody but the operator touches the file");
        Files.write(file, sound);
        tell("the file is repaired");
        Story.get(story.devnet().allowMissedWindows(false));
        Eventually.holds("the sector is recovered", LONGEST, () -> story.power(miner).equals(FULL_POWER));
        assertTrue(Story.get(story.node().stateMinerFaults(miner, TipsetKey.EMPTY)).isEmpty(), "no sector is faulty");
    }

    /** Sectors go into one deadline or into two, as the moments of their commits have it. */
    private static boolean isAloneInItsDeadline(SectorOnChainInfo sector) throws Exception {
        long own = deadline(sector);
        for (SectorOnChainInfo other : story.sectors(miner)) {
            if (other.sectorNumber() != sector.sectorNumber() && deadline(other) == own) {
                return false;
            }
        }
        return true;
    }

    private static long deadline(SectorOnChainInfo sector) throws Exception {
        return Story.get(story.node().stateSectorPartition(miner, sector.sectorNumber(), TipsetKey.EMPTY)).deadline();
    }

    @Test
    @Order(4)
    void aStoredFileComesBackThroughKills() throws Exception {
        byte[] data = new byte[1500];
        random.nextBytes(data);
        Path file = Files.write(folder.resolve("data.bin"), data);
        story.command(LONGEST, "store", file.toString(), "--no-wait");
        for (int kill = 0; kill < KILLS_OF_A_DEAL; kill++) {
            Thread.sleep(random.nextInt(500, 10_000));
            killSomething();
        }
        story.awaitProvider();
        story.command(LONGEST, "store", file.toString());
        Path back = folder.resolve("back.bin");
        story.command(LONGEST, "retrieve", "data.bin", "-o", back.toString());
        assertArrayEquals(data, Files.readAllBytes(back));
        story.stopProvider();
        JournalFile journal = JournalFile.read(story.providerHome());
        assertEquals(1, journal.events(DealEvent.Accepted.class).size(), "deals");
        assertEquals(SECTORS + 1, journal.events(SectorEvent.Created.class).size(), "sectors");
        assertEquals(SECTORS + 1, story.messagesTo(miner, MinerMethod.PRE_COMMIT_SECTOR_BATCH2).size(), "pre-commitments");
    }
}

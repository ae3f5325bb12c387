package io.cairn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.Stage;
import io.cairn.persistence.sender.SenderEvent;
import io.cairn.protocol.actor.miner.MinerMethod;
import io.cairn.protocol.actor.miner.SubmitWindowedPoStParams;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.deadline.DeadlineInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What must hold of a story that was interrupted again and again, from the chain and the stopped provider's journal.
 *
 * @param sectors how many were pledged
 */
record StoryAudit(Story story, Address miner, int sectors, JournalFile journal) {

    void noWorkWasDoneTwice() {
        assertEquals(sectors, journal.events(SectorEvent.Created.class).size(), "sectors");
        for (int number = 0; number < sectors; number++) {
            String sector = "/s/" + number;
            assertEquals(1, journal.events(sector, SectorEvent.TicketDrawn.class).size(), "tickets of sector " + number);
            assertEquals(1, journal.events(sector, SectorEvent.LayersDone.class).size(), "layers of sector " + number);
            assertEquals(1, journal.events(sector, SectorEvent.TreesDone.class).size(), "trees of sector " + number);
            assertEquals(1, journal.events(sector, SectorEvent.ProofDone.class).size(), "replication proofs of sector " + number);
            assertEquals(List.of(), journal.events(sector, SectorEvent.RolledBack.class), "sector " + number + " was set back");
            layersWereNotBegunAgain(sector);
        }
        Map<String, Long> proofs = journal.events(DeadlineEvent.ProofMade.class).stream().collect(Collectors.groupingBy(
                made -> made.open() + " " + made.partitions(), Collectors.counting()));
        assertEquals(List.of(), proofs.entrySet().stream().filter(made -> made.getValue() > 1).toList(), "window proofs made twice");
    }

    private void layersWereNotBegunAgain(String sector) {
        boolean done = false;
        for (SectorEvent event : journal.events(sector, SectorEvent.class)) {
            if (event instanceof SectorEvent.TaskQueued queued && queued.stage() == Stage.LAYERS) {
                assertTrue(!done, "layers of " + sector + " were begun again after they were finished");
            }
            done |= event instanceof SectorEvent.LayersDone;
        }
    }

    void noMessageWasSentTwice() throws Exception {
        assertEquals(sectors, story.messagesTo(miner, MinerMethod.PRE_COMMIT_SECTOR_BATCH2).size(), "pre-commitments");
        assertEquals(sectors, story.messagesTo(miner, MinerMethod.PROVE_COMMIT_SECTORS3).size(), "commits");
        DeadlineInfo now = Story.get(story.node().stateMinerProvingDeadline(miner, TipsetKey.EMPTY));
        Map<Long, Long> windows = story.messagesTo(miner, MinerMethod.SUBMIT_WINDOWED_POST).stream().collect(
                Collectors.groupingBy(post -> windowOf(post, now), Collectors.counting()));
        assertEquals(List.of(), windows.entrySet().stream().filter(posts -> posts.getValue() > 1).toList(), "windows proven twice");
        Map<String, Long> onChain = story.messages().stream().collect(Collectors.groupingBy(
                included -> included.message().cid().toString(), Collectors.counting()));
        List<Long> nonces = journal.events(SenderEvent.Signed.class).stream().map(SenderEvent.Signed::nonce).toList();
        assertEquals(nonces.stream().distinct().toList(), nonces, "nonces");
        assertEquals(List.of(), onChain.entrySet().stream().filter(message -> message.getValue() > 1).toList(), "messages twice on chain");
    }

    /** The opening epoch of the window that a proof is for. */
    private static long windowOf(Story.Included post, DeadlineInfo now) {
        long deadline = CborReader.readAll(post.message().message().params().toArray(), SubmitWindowedPoStParams::readFrom).deadline();
        long opening = now.periodStart() + deadline * now.schedule().window();
        return post.epoch() - Math.floorMod(post.epoch() - opening, now.schedule().period());
    }

    void noWindowWasMissed() throws Exception {
        assertEquals(List.of(), journal.events(DeadlineEvent.WindowJudged.class).stream()
                .filter(judged -> judged.outcome() == WindowOutcome.MISSED).toList(), "missed windows");
        assertTrue(Story.get(story.node().stateMinerFaults(miner, TipsetKey.EMPTY)).isEmpty(), "no sector is faulty");
    }
}

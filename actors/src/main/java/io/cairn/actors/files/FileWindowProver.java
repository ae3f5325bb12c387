package io.cairn.actors.files;

import io.cairn.actors.chain.ChainSector;
import io.cairn.actors.ports.WindowProver;
import io.cairn.persistence.Blob;
import io.cairn.proofs.FaultySectorsException;
import io.cairn.proofs.PostSector;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.post.FaultySectorException;
import io.cairn.proofs.seal.SectorName;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves the sectors in the stores of this machine: one reading of each sector, and those that cannot be read are named. */
public final class FileWindowProver implements WindowProver {
    private static final Logger LOG = LoggerFactory.getLogger(FileWindowProver.class);

    /** What reading the sectors and proving take of a whole window proof, about. */
    private static final long READING = Shares.FINE;
    private static final long PROVING = 9 * Shares.FINE;

    private final SpaceTime spaceTime;
    private final SectorStores stores;
    private final SecureRandom random = new SecureRandom();

    /** Proves with those proofs from those stores. */
    public FileWindowProver(SpaceTime spaceTime, SectorStores stores) {
        this.spaceTime = spaceTime;
        this.stores = stores;
    }

    @Override
    public Result prove(Task task, Progress progress) {
        List<byte[]> vanilla = new ArrayList<>();
        SortedSet<Long> unreadable = new TreeSet<>();
        Shares shares = new Shares(progress, READING + PROVING);
        read(task, shares.next(READING), vanilla, unreadable);
        if (!unreadable.isEmpty()) {
            return new Unreadable(unreadable);
        }
        try {
            return new Made(Blob.of(spaceTime.windowPost(type(task.proofType()), task.randomness().toByteArray(), vanilla,
                    shares.next(PROVING))));
        } catch (FaultySectorsException faulty) {
            return new Unreadable(new TreeSet<>(faulty.sectors()));
        } catch (IOException e) {
            throw new UncheckedIOException("window proof: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean verify(Task task, Blob proof) {
        SortedMap<Long, byte[]> commitments = new TreeMap<>();
        task.sectors().forEach(sector -> commitments.put(sector.number(), commR(sector)));
        try {
            return spaceTime.verifyWindowPost(type(task.proofType()), task.randomness().toByteArray(), commitments, proof.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("verification of a window proof: " + e.getMessage(), e);
        }
    }

    @Override
    public SortedSet<Long> readable(long miner, int proofType, List<ChainSector> sectors, Progress progress) {
        byte[] challenge = new byte[32];
        random.nextBytes(challenge);
        SortedSet<Long> unreadable = new TreeSet<>();
        SortedSet<Long> readable = new TreeSet<>(sectors.stream().map(ChainSector::number).toList());
        if (!readable.isEmpty()) {
            read(new Task(miner, proofType, Blob.of(challenge), sectors), progress, new ArrayList<>(), unreadable);
        }
        readable.removeAll(unreadable);
        return readable;
    }

    private void read(Task task, Progress progress, List<byte[]> vanilla, SortedSet<Long> unreadable) {
        SortedMap<Long, ChainSector> sectors = new TreeMap<>();
        task.sectors().forEach(sector -> sectors.put(sector.number(), sector));
        RegisteredPostProof type = type(task.proofType());
        SortedMap<Long, long[]> challenges = spaceTime.postChallenges(type, task.randomness().toByteArray(), sectors.keySet());
        long done = 0;
        for (ChainSector sector : sectors.values()) {
            progress.checkCancelled();
            try {
                vanilla.add(spaceTime.postVanillaProof(type, files(task.miner(), sector), challenges.get(sector.number())));
            } catch (FaultySectorException | IOException | InternalError e) { // The last when a mapped file is cut off or its disk fails.
                LOG.warn("CheckProvable Sector FAULT: {} (sector {})", e.toString(), sector.number());
                unreadable.add(sector.number());
            }
            progress.advanced(++done, sectors.size());
        }
    }

    private PostSector files(long miner, ChainSector sector) {
        return new PostSector(sector.number(), commR(sector), stores.now(new SectorName(miner, sector.number())));
    }

    private static byte[] commR(ChainSector sector) {
        return Commitments.sealedCommitment(Cid.parse(sector.sealedCid()));
    }

    private static RegisteredPostProof type(int number) {
        return RegisteredPostProof.of(number);
    }
}

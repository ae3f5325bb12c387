package io.cairn.proofs;

import io.cairn.proofs.check.AuxCheck;
import io.cairn.proofs.check.Findings;
import io.cairn.proofs.check.ReplicaCheck;
import io.cairn.proofs.check.UnsealedCheck;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.post.ChallengedSector;
import io.cairn.proofs.post.FaultySectorException;
import io.cairn.proofs.post.PostProver;
import io.cairn.proofs.seal.CacheFolder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * Looks for damage in a stored sector: the replica against commR, its stored tree and {@code p_aux}, the unsealed copy against the
 * pieces and commD. Files are only read. Safe for many threads.
 */
public final class SectorCheck {

    private final Workers workers;
    private final SecureRandom random = new SecureRandom();

    /** Checks on those threads. */
    public SectorCheck(Workers workers) {
        this.workers = workers;
    }

    /**
     * Reads every byte, so that any flipped bit is found. Costs the hashing of the tree over the replica and of the data.
     *
     * @param progress counts nodes of the replica, and of the unsealed copy if there is one
     * @return what is wrong, empty if the sector is whole
     */
    public List<SectorFinding> full(StoredSector sector, Progress progress) {
        SectorShape shape = sector.shape();
        CacheFolder cache = new CacheFolder(sector.files().cache(), shape);
        long total = sector.unsealed().isPresent() ? 2 * shape.nodes() : shape.nodes();
        Findings findings = new Findings();
        AuxCheck aux = new AuxCheck(cache, sector.commR(), findings);
        aux.description();
        new ReplicaCheck(sector.files().replica(), cache, aux, workers, findings).run(progress.part(0, 1, total));
        sector.unsealed().ifPresent(file -> new UnsealedCheck(shape, sector.commD(), sector.pieces(), workers, findings)
                .run(file, progress.part(shape.nodes(), 1, total)));
        return findings.list();
    }

    /**
     * Looks as a window proof does: files, their lengths, the commitments, and the paths of as many leaves as a window challenges,
     * drawn anew each time. Takes little time.
     *
     * @param progress may cancel
     * @return what is wrong, empty if nothing was found, which does not mean that every byte is right
     */
    public List<SectorFinding> quick(StoredSector sector, Progress progress) {
        progress.checkCancelled();
        SectorShape shape = sector.shape();
        CacheFolder cache = new CacheFolder(sector.files().cache(), shape);
        Path replica = sector.files().replica();
        Findings findings = new Findings();
        new AuxCheck(cache, sector.commR(), findings).description();
        long[] leaves = random.longs(SectorShape.WINDOW_CHALLENGES, 0, shape.nodes()).toArray();
        try {
            new PostProver(shape).prove(new ChallengedSector(sector.number(), sector.commR(), leaves), replica, sector.files().cache());
        } catch (FaultySectorException faulty) {
            findings.add(SectorFinding.Kind.SEALED, replica, 0, shape.sectorBytes(), faulty.getMessage()
                    + "; a full check tells where the replica or the files of its tree are damaged");
        } catch (IOException unreadable) {
            unreadable(cache, replica, unreadable, findings);
        }
        sector.unsealed().ifPresent(file -> new UnsealedCheck(shape, sector.commD(), sector.pieces(), workers, findings).present(file));
        return findings.list();
    }

    /** That {@code p_aux} cannot be read was noted when it was read for its commitments. */
    private static void unreadable(CacheFolder cache, Path replica, IOException failure, Findings findings) {
        Path file = failure instanceof FileSystemException known ? Path.of(known.getFile()) : replica;
        if (!file.equals(cache.persistentAux())) {
            SectorFinding.Kind kind = cache.treeRLast().contains(file) ? SectorFinding.Kind.TREE_R_LAST : SectorFinding.Kind.SEALED;
            findings.add(kind, file, 0, file.toFile().length(), Findings.problem(failure));
        }
    }
}

package io.cairn.actors.files;

import io.cairn.actors.ports.SealingTasks;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.Piece;
import io.cairn.proofs.DiskSpace;
import io.cairn.proofs.SealCommitments;
import io.cairn.proofs.SealRequest;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SectorFiles;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.SectorToSeal;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.proofs.seal.SectorName;
import io.cairn.proofs.tree.TreeFile;
import io.cairn.proofs.tree.TreeLayout;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seals sectors in the stores of this machine. */
public final class FileSealing implements SealingTasks {
    /** Names the ticket that the layers beside it belong to. */
    private static final String TICKET = "ticket";

    /** Replication proofs, before the SNARK, that a fresh replica must give for seeds of its own. */
    private static final int SELF_CHECKS = 3;

    private final SecureRandom random = new SecureRandom();
    private final Sealing sealing;
    private final SectorStores stores;
    private final LabelsTogether together;

    /** Seals with those proofs in those stores, and labels sectors one by one. */
    public FileSealing(Sealing sealing, SectorStores stores) {
        this(sealing, stores, LabelsTogether.in(Optional.empty(), stores, 1));
    }

    /** The same; sectors that wait at the same time are labelled together. */
    public FileSealing(Sealing sealing, SectorStores stores, LabelsTogether together) {
        this.sealing = sealing;
        this.stores = stores;
        this.together = together;
    }

    @Override
    public String pieceCommitment(String path, long size, Progress progress) {
        return Attempt.source(path, () -> {
            try (InputStream in = StagedSector.piece(path)) {
                return Commitments.pieceCid(sealing.pieceCommitment(in, StagedSector.unpadded(size), progress).commitment()).toString();
            }
        });
    }

    @Override
    public String dataCommitment(Job job) {
        return Commitments.pieceCid(sealing.computeCommD(type(job), infos(job.pieces()))).toString();
    }

    @Override
    public void layers(Job job, Progress progress) {
        run("layers", FailureCode.COMM_D_MISMATCH, () -> {
            SectorToSeal sector = prepared(job);
            sealing.sealPreCommit1(sector.request(), sector.pieces(), sector.staged(), sector.files(), progress);
            return null;
        });
    }

    /** Sectors that are ahead would wait for the others, so only those go together that have as many layers. */
    @Override
    public List<Job> company(List<Job> waiting) {
        Job first = waiting.getFirst();
        if (together.most() == 1) {
            return List.of(first);
        }
        return run("layers", FailureCode.COMM_D_MISMATCH, () -> {
            List<Job> alike = new ArrayList<>();
            for (Job job : waiting) {
                if (job.sealProof() == first.sealProof() && layersThere(job) == layersThere(first)) {
                    alike.add(job);
                }
            }
            return alike.subList(0, together.company(type(first), alike.size()));
        });
    }

    @Override
    public void layersTogether(List<Job> company, Progress progress) {
        run("layers of sectors together", FailureCode.COMM_D_MISMATCH, () -> {
            List<SectorToSeal> sectors = new ArrayList<>();
            for (Job job : company) {
                progress.checkCancelled();
                sectors.add(prepared(job));
            }
            return sealing.sealPreCommit1Together(sectors, Files.createDirectories(together.folder()), progress);
        });
    }

    private SectorToSeal prepared(Job job) throws IOException {
        stores.sealing().prepare();
        SectorFiles files = stores.making(name(job));
        freshCache(files.cache(), job.replica().ticket());
        Optional<Path> staged = new StagedSector(sealing, stores.sealing(), name(job)).write(job.pieces(), job.sectorSize());
        return new SectorToSeal(request(job), infos(job.pieces()), staged, files);
    }

    private int layersThere(Job job) throws IOException {
        CacheFolder cache = cache(job);
        int there = 0;
        while (isOf(cache.directory(), job.replica().ticket()) && there < cache.shape().layers() && Files.exists(cache.layer(there + 1))) {
            there++;
        }
        return there;
    }

    /** Layers of another ticket would be taken for finished ones. */
    private static void freshCache(Path cache, Blob ticket) throws IOException {
        if (!isOf(cache, ticket)) {
            SectorStores.delete(cache);
            Files.createDirectories(cache);
            Files.writeString(cache.resolve(TICKET), ticket.hex());
        }
    }

    private static boolean isOf(Path cache, Blob ticket) throws IOException {
        Path marker = cache.resolve(TICKET);
        return Files.exists(marker) && Files.readString(marker).equals(ticket.hex());
    }

    /** The layers' phase laid the data out and refused to go on unless its tree had this commitment. */
    @Override
    public String dataTree(Job job, Progress progress) {
        return run("data tree", FailureCode.COMM_D_MISMATCH, () -> {
            Path tree = cache(job).treeD();
            TreeFile.open(tree, TreeLayout.data(cache(job).shape())).close();
            return dataCommitment(job);
        });
    }

    @Override
    public String trees(Job job, Progress progress) {
        return run("trees", FailureCode.TREES_SELF_CHECK, () -> {
            SectorFiles files = stores.making(name(job));
            // Encoding happens in place: what an earlier attempt left is replaced by the data, the leaves of its tree.
            DiskSpace.copyFirst(cache(job).treeD(), files.replica(), job.sectorSize());
            Files.deleteIfExists(files.cache().resolve(TICKET));
            byte[] commD = Commitments.pieceCommitment(Cid.parse(job.replica().commD()));
            PreCommit1Output phase1 = new PreCommit1Output(type(job), files.cache().toString(), commD);
            Shares shares = new Shares(progress, 20 * SELF_CHECKS * Shares.FINE);
            SealCommitments commitments = sealing.sealPreCommit2(phase1, files, shares.next(19 * SELF_CHECKS * Shares.FINE));
            for (int check = 0; check < SELF_CHECKS; check++) {
                sealing.sealCommit1(request(job), randomSeed(), commitments, infos(job.pieces()), files, shares.next(Shares.FINE));
            }
            return Commitments.sealedCid(commitments.commR()).toString();
        });
    }

    private byte[] randomSeed() {
        byte[] seed = new byte[SectorShape.NODE_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    @Override
    public Blob proof(Job job, Progress progress) {
        return run("proof", FailureCode.PROOF_INVALID, () -> {
            SealCommitments commitments = new SealCommitments(
                    Commitments.sealedCommitment(Cid.parse(job.replica().commR())),
                    Commitments.pieceCommitment(Cid.parse(job.replica().commD())));
            Shares shares = new Shares(progress, 50 * Shares.FINE);
            CommitOutput vanilla = sealing.sealCommit1(request(job), job.seed().toByteArray(), commitments, infos(job.pieces()),
                    stores.making(name(job)), shares.next(Shares.FINE));
            return Blob.of(sealing.sealCommit2(vanilla, job.miner(), job.sector(), shares.rest()));
        });
    }

    @Override
    public void finish(Job job, Progress progress) {
        run("finalizing", FailureCode.FILES_MISSING, () -> {
            Survivors.require(stores.making(name(job)), shape(job));
            StagedSector staged = new StagedSector(sealing, stores.sealing(), name(job));
            if (job.keepUnsealed()) {
                staged.keep(cache(job).treeD(), job.sectorSize());
            } else {
                staged.delete();
            }
            sealing.finalizeCache(type(job), stores.making(name(job)).cache());
            return null;
        });
    }

    @Override
    public void store(Job job, Progress progress) {
        run("storing", FailureCode.FILES_MISSING, () -> {
            stores.copy(name(job), progress);
            Survivors.require(stores.now(name(job)), shape(job));
            return null;
        });
    }

    @Override
    public void tidy(Job job) {
        run("tidying", FailureCode.FILES_MISSING, () -> {
            stores.tidy(name(job), shape(job));
            return null;
        });
    }

    @Override
    public void remove(Job job) {
        run("removing", FailureCode.FILES_MISSING, () -> {
            stores.remove(name(job));
            return null;
        });
    }

    private <T> T run(String stage, FailureCode badData, Attempt.Work<T> work) {
        return new Attempt(stage, stores.sealing().root(), badData).at(work);
    }

    static List<PieceInfo> infos(List<Piece> pieces) {
        return pieces.stream().map(piece -> piece.cid().isEmpty() ? PieceInfo.zero(piece.size())
                : new PieceInfo(piece.size(), Commitments.pieceCommitment(Cid.parse(piece.cid())))).toList();
    }

    private CacheFolder cache(Job job) {
        return new CacheFolder(stores.making(name(job)).cache(), shape(job));
    }

    private static SealRequest request(Job job) {
        return new SealRequest(type(job), job.miner(), job.sector(), job.replica().ticket().toByteArray());
    }

    private static SectorShape shape(Job job) {
        return SectorShape.of(type(job).sectorSize());
    }

    private static SectorName name(Job job) {
        return new SectorName(job.miner(), job.sector());
    }

    private static RegisteredSealProof type(Job job) {
        return RegisteredSealProof.of(job.sealProof());
    }
}

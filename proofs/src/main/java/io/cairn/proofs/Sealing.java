package io.cairn.proofs;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentCaches;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.piece.DataCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PersistentAux;
import io.cairn.proofs.seal.PreCommit1;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.proofs.seal.PreCommit2;
import io.cairn.proofs.seal.Unseal;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everything about replicas: pieces, sealing, the replication proof and unsealing, as filecoin-ffi offers it
 * (rust-filecoin-proofs-api: src/seal.rs). Long computations report progress and can be cancelled. Safe for many threads, but two
 * must not work on the same sector's files.
 */
public final class Sealing {

    private final Workers workers;
    private final Optional<ParentCaches> parents;
    private final SealProver prover;
    private final SealVerifier verifier;

    /** Seals with the parameters of that store, on those threads; parents are computed for each layer anew. */
    public Sealing(ParameterStore parameters, Workers workers) {
        this(parameters, workers, Optional.empty());
    }

    /** The same with parents from those caches, which stay open; for replicas of many layers. */
    public Sealing(ParameterStore parameters, Workers workers, ParentCaches parents) {
        this(parameters, workers, Optional.of(parents));
    }

    private Sealing(ParameterStore parameters, Workers workers, Optional<ParentCaches> parents) {
        this.workers = workers;
        this.parents = parents;
        this.prover = new SealProver(parameters, workers);
        this.verifier = new SealVerifier(parameters);
    }

    /**
     * Commits to the first bytes of a stream.
     *
     * @param unpaddedBytes 127 times a power of two
     * @param progress      counts bytes
     * @throws EOFException if the stream is shorter
     */
    public PieceInfo pieceCommitment(InputStream source, long unpaddedBytes, Progress progress) throws IOException {
        return Pieces.commitment(source, unpaddedBytes, progress);
    }

    /**
     * Writes a piece to a staged sector, padded, after the zeros that align it.
     *
     * @param staged        the sector's end so far
     * @param unpaddedBytes 127 times a power of two
     * @param earlier       unpadded sizes of the pieces already in the sector, in order
     */
    public AddPieceResult addPiece(InputStream source, OutputStream staged, long unpaddedBytes, List<Long> earlier) throws IOException {
        return Pieces.add(source, staged, unpaddedBytes, earlier);
    }

    /** The data commitment of a sector of those pieces, 32 bytes; without pieces that of an empty sector. */
    public byte[] computeCommD(RegisteredSealProof type, List<PieceInfo> pieces) {
        return DataCommitment.of(pieces, type.sectorSize().bytes());
    }

    /**
     * Copies the data to where the replica will be, and makes the data tree and all label layers.
     *
     * @param pieces all pieces of the sector, zero pieces included
     * @param staged padded data; absent for a sector of zeros
     */
    public PreCommit1Output sealPreCommit1(SealRequest request, List<PieceInfo> pieces, Optional<Path> staged, SectorFiles files,
                                           Progress progress) throws IOException {
        CacheFolder cache = new CacheFolder(files.cache(), request.shape());
        Shares shares = new Shares(progress, (1 + request.shape().layers()) * Shares.FINE);
        ParentSource source = parents(request, shares);
        byte[] commD = new PreCommit1(workers, source).run(request.spec(), pieces, staged, files.replica(), cache, shares.rest());
        return new PreCommit1Output(request.type(), files.cache().toString(), commD);
    }

    /**
     * The same for sectors of one graph at once, with the same files as outcome. Labels of {@linkplain #company so many} are made in lanes of vectors.
     * Layers that are finished stay if it fails or is cancelled, and sectors may be sealed on in another company or alone.
     *
     * @param sectors  at least one
     * @param scratch  existing folder with room for {@link #scratchBytes}; labels are read from there at random, so what does not fit into
     *                 memory waits for its disk
     * @param progress counts what {@link #sealPreCommit1} counts, of all sectors at once
     * @return in the order of the sectors
     * @throws IllegalArgumentException if the sectors are of several graphs, or the pieces of one do not have its data's commitment
     */
    public List<PreCommit1Output> sealPreCommit1Together(List<SectorToSeal> sectors, Path scratch, Progress progress) throws IOException {
        if (sectors.isEmpty()) {
            throw new IllegalArgumentException("sectors: none, expected at least 1");
        }
        SealRequest first = sectors.getFirst().request();
        Shares shares = new Shares(progress, (1 + first.shape().layers()) * Shares.FINE);
        ParentSource source = parents(first, shares);
        List<byte[]> commDs = new PreCommit1(workers, source)
                .runTogether(sectors.stream().map(SectorToSeal::forPhase1).toList(), scratch, shares.rest());
        return IntStream.range(0, sectors.size()).mapToObj(i -> new PreCommit1Output(sectors.get(i).request().type(),
                sectors.get(i).files().cache().toString(), commDs.get(i))).toList();
    }

    /**
     * How many of so many sectors of one graph, all before phase 1, are best {@linkplain #sealPreCommit1Together sealed together} on this machine; 1 if
     * one by one is as fast.
     */
    public static int company(int sectors) {
        return PreCommit1.company(sectors);
    }

    /** Bytes of scratch that such a company takes. */
    public static long scratchBytes(RegisteredSealProof type, int company) {
        return PreCommit1.scratchBytes(SectorShape.of(type.sectorSize()), company);
    }

    /** Encodes the replica and makes the trees over columns and replica. */
    public SealCommitments sealPreCommit2(PreCommit1Output phase1, SectorFiles files, Progress progress) throws IOException {
        CacheFolder cache = new CacheFolder(files.cache(), SectorShape.of(phase1.proof().sectorSize()));
        PersistentAux aux = new PreCommit2(workers).run(files.replica(), cache, phase1.cachePath(), progress);
        return new SealCommitments(aux.commR(), phase1.commD());
    }

    /**
     * Makes the vanilla proofs of all synthetic challenges, so that layers and the trees over data and columns can go before the seed is
     * known. Only for synthetic proof types.
     *
     * @param progress hears of every challenge
     */
    public void generateSyntheticProofs(SealRequest request, SealCommitments commitments, SectorFiles files, Progress progress)
            throws IOException {
        CacheValidation.requireComplete(new CacheFolder(files.cache(), request.shape()), files.replica());
        prover.makeAhead(request, commitments, files, progress);
    }

    /**
     * Makes and checks the vanilla replication proofs; a synthetic sector's are read from their file if it is there.
     *
     * @param seed   interactive randomness, 32 bytes
     * @param pieces all pieces of the sector, which must have its data commitment
     * @param progress hears of every challenge
     * @throws ProofException if the files do not prove the commitments
     * @throws IOException    if a file is missing or has another length than it should
     */
    public CommitOutput sealCommit1(SealRequest request, byte[] seed, SealCommitments commitments, List<PieceInfo> pieces,
                                    SectorFiles files, Progress progress) throws IOException {
        if (!Arrays.equals(computeCommD(request.type(), pieces), commitments.commD())) {
            throw new IllegalArgumentException("pieces: their commitment is not comm_d");
        }
        CacheFolder cache = new CacheFolder(files.cache(), request.shape());
        if (!SealProver.madeAhead(request.type(), cache)) {
            CacheValidation.requireComplete(cache, files.replica());
        }
        return prover.vanilla(request, seed, commitments, files, progress);
    }

    /**
     * Makes the replication proof and verifies it.
     *
     * @param progress hears of all work, several times a second
     * @return 192 bytes for each partition; of a non-interactive sector the aggregate of its partitions
     * @throws ProofException if the proof does not verify
     */
    public byte[] sealCommit2(CommitOutput output, long minerActorId, long sectorNumber, Progress progress) throws IOException {
        return prover.snark(output, minerActorId, sectorNumber, progress);
    }

    /**
     * Makes the proofs of a sector's partitions without verifying them: of a non-interactive sector what an {@link Aggregation} with other sectors takes.
     *
     * @param progress hears of all work, several times a second
     * @return 192 bytes for each partition
     */
    public byte[] sealCommit2Partitions(CommitOutput output, Progress progress) throws IOException {
        return prover.partitionProofs(output, progress);
    }

    /**
     * Whether a replication proof is right.
     *
     * @throws IllegalArgumentException if a commitment is zero or no field element, or the proof is malformed
     */
    public boolean verifySeal(SealVerifyInfo info) throws IOException {
        return verifier.verify(info);
    }

    /** Whether each replication proof is right; one that is malformed counts as wrong. */
    public List<Boolean> verifySealBatch(List<SealVerifyInfo> infos) throws IOException {
        if (infos.isEmpty()) {
            throw new IllegalArgumentException("replication proofs: none, expected at least 1");
        }
        List<Boolean> right = new ArrayList<>(infos.size());
        for (SealVerifyInfo info : infos) {
            right.add(verifiesWellFormed(info));
        }
        return List.copyOf(right);
    }

    private boolean verifiesWellFormed(SealVerifyInfo info) throws IOException {
        try {
            return verifier.verify(info);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /**
     * Writes a range of a sector's data, for which all its labels are made anew.
     *
     * @param scratch directory for two layers while the work lasts
     * @param offset  first byte of user data, a multiple of 127
     * @param length  bytes of user data, a multiple of 127
     */
    public void unsealRange(SealRequest request, byte[] commD, Path replica, Path scratch, long offset, long length, OutputStream out,
                            Progress progress) throws IOException {
        Shares shares = new Shares(progress, (1 + request.shape().layers()) * Shares.FINE);
        new Unseal(parents(request, shares), workers)
                .range(request.spec(), commD, replica, scratch, offset, length, out, shares.rest());
    }

    /** Making a cache takes about as long as a layer; if nothing has to be made, its share is not used up. */
    private ParentSource parents(SealRequest request, Shares shares) throws IOException {
        StackedGraph graph = SealVerifier.graph(request.type());
        return parents.isEmpty() ? graph : parents.get().of(graph, request.shape().layers(), workers, () -> shares.next(Shares.FINE));
    }

    /** Looks for damage in stored sectors on the same threads. */
    public SectorCheck check() {
        return new SectorCheck(workers);
    }

    /** Removes from the cache what only sealing needs: layers, data tree and column tree. */
    public void finalizeCache(RegisteredSealProof type, Path cache) throws IOException {
        new CacheFolder(cache, SectorShape.of(type.sectorSize())).clear();
    }
}

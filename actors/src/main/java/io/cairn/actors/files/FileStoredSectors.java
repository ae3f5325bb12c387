package io.cairn.actors.files;

import io.cairn.actors.EntityIds;
import io.cairn.actors.ports.SealingTasks.Job;
import io.cairn.actors.ports.StoredSectors;
import io.cairn.proofs.SealRequest;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SectorFinding;
import io.cairn.proofs.StoredSector;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.fr32.Fr32;
import io.cairn.proofs.seal.SectorName;
import io.cairn.proofs.seal.StorePath.FileType;
import io.cairn.proofs.seal.UnsealedFile;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and checks the sectors in the stores of this machine. */
public final class FileStoredSectors implements StoredSectors {
    private static final Logger LOG = LoggerFactory.getLogger(FileStoredSectors.class);
    private static final int CHUNK = 1 << 16;

    private final Sealing sealing;
    private final SectorStores stores;
    private final ProofDispatcher dispatcher;
    private boolean swept;

    /** Reads from those stores; data that has to be unsealed is computed by that dispatcher. */
    public FileStoredSectors(Sealing sealing, SectorStores stores, ProofDispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.sealing = sealing;
        this.stores = stores;
    }

    @Override
    public void readPiece(Job job, long offset, long size, OutputStream out, Progress progress) {
        RegisteredSealProof type = RegisteredSealProof.of(job.sealProof());
        requireRange(offset, size, type.sectorSize().bytes());
        try {
            Optional<UnsealedFile> copy = openUnsealed(job, type.sectorSize().bytes());
            if (copy.isPresent()) {
                try (UnsealedFile file = copy.get()) {
                    if (file.isPresent(offset, size)) {
                        copy(file.read(offset, size), Fr32.unpaddedLength(size), out, progress);
                        return;
                    }
                }
            }
            unseal(job, type, offset, size, out, progress);
        } catch (IOException e) {
            throw failed(job, e);
        } catch (InternalError e) {
            throw failed(job, Attempt.mappedFileGone(e));
        }
    }

    private static UncheckedIOException failed(Job job, IOException failure) {
        return new UncheckedIOException("sector " + job.sector() + ": " + failure.getMessage(), failure);
    }

    private Optional<UnsealedFile> openUnsealed(Job job, long sectorBytes) {
        Optional<Path> path = unsealed(job);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UnsealedFile.read(path.get(), sectorBytes));
        } catch (IOException e) {
            LOG.warn("sector {}: its unsealed copy is passed over, its data comes out of the replica: {}", job.sector(), e.toString());
            return Optional.empty();
        }
    }

    private static void copy(InputStream data, long bytes, OutputStream out, Progress progress) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (data) {
            long done = 0;
            for (int count = data.read(chunk); count >= 0; count = data.read(chunk)) {
                progress.checkCancelled();
                out.write(chunk, 0, count);
                done += count;
                progress.advanced(done, bytes);
            }
        }
    }

    private void unseal(Job job, RegisteredSealProof type, long offset, long size, OutputStream out, Progress progress)
            throws IOException {
        SealRequest request = new SealRequest(type, job.miner(), job.sector(), job.replica().ticket().toByteArray());
        dispatcher.compute(Priority.UNSEALING, progress, () -> {
            sealing.unsealRange(request, commD(job), stores.now(name(job)).replica(), scratch(), Fr32.unpaddedLength(offset),
                    Fr32.unpaddedLength(size), out, progress);
            return null;
        });
    }

    /** The first to come removes what a process that was killed has left. */
    private synchronized Path scratch() throws IOException {
        if (!swept) {
            SectorStores.delete(stores.scratch());
            swept = true;
        }
        return stores.scratch();
    }

    @Override
    public List<SectorFinding> check(Job job, boolean full, Progress progress) {
        RegisteredSealProof type = RegisteredSealProof.of(job.sealProof());
        StoredSector sector = new StoredSector(job.sector(), type.sectorSize(), commR(job), commD(job), FileSealing.infos(job.pieces()),
                stores.now(name(job)), unsealed(job));
        return full ? sealing.check().full(sector, progress) : sealing.check().quick(sector, progress);
    }

    @Override
    public SortedMap<String, Long> occupied() {
        SortedMap<String, Long> bytes = new TreeMap<>();
        try {
            stores.occupied().forEach((sector, size) -> bytes.put(EntityIds.sector(sector.minerActorId(), sector.sectorNumber()), size));
        } catch (IOException e) {
            throw new UncheckedIOException("the sector stores cannot be listed: " + e.getMessage(), e);
        }
        return bytes;
    }

    private Optional<Path> unsealed(Job job) {
        return stores.find(FileType.UNSEALED, name(job));
    }

    private static byte[] commR(Job job) {
        return Commitments.sealedCommitment(Cid.parse(requireKnown(job, "comm_r", job.replica().commR())));
    }

    private static byte[] commD(Job job) {
        return Commitments.pieceCommitment(Cid.parse(requireKnown(job, "comm_d", job.replica().commD())));
    }

    private static String requireKnown(Job job, String field, String cid) {
        if (cid.isEmpty()) {
            throw new IllegalArgumentException("sector " + job.sector() + ": " + field + " is not known yet, expected a sealed sector");
        }
        return cid;
    }

    private static void requireRange(long offset, long size, long sectorBytes) {
        if (offset < 0 || offset % Fr32.PADDED_BLOCK != 0 || size <= 0 || size % Fr32.PADDED_BLOCK != 0 || size > sectorBytes - offset) {
            throw new IllegalArgumentException("range: " + offset + " and " + size + " bytes, expected multiples of 128 within "
                    + sectorBytes);
        }
    }

    private static SectorName name(Job job) {
        return new SectorName(job.miner(), job.sector());
    }
}

package io.cairn.benchmarks;

import io.cairn.proofs.PostSector;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SectorFiles;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.StoredSector;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PreCommit1;
import io.cairn.proofs.seal.PreCommit1Sector;
import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of computation that a provider asks of the dispatcher, on small sectors; a sector is sealed when a kind needs it. */
final class Computations implements AutoCloseable {

    private static final SectorSize SMALL = SectorSize.KIB_2;
    private static final SectorSize LARGE = SectorSize.MIB_8;
    private static final byte[] RANDOMNESS = TrialSector.filled(32, 7);
    private static final int TOGETHER = 8;

    private final Workers workers;
    private final Sealing sealing;
    private final SpaceTime spaceTime;
    private final Path folder;
    private final Map<SectorSize, TrialSector> sealed = new EnumMap<>(SectorSize.class);
    private final List<TrialSector.Begun> begun = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();

    /** Something that can be done again and again. */
    interface Work {
        Object run(Progress progress) throws IOException;
    }

    /** Makes what the work needs. */
    interface Preparation {
        Work prepare() throws IOException;
    }

    /** One kind of computation. */
    record Kind(String name, Priority priority, Preparation preparation) {
    }

    Computations(ParameterStore parameters, Workers workers) throws IOException {
        this.workers = workers;
        this.sealing = new Sealing(parameters, workers);
        this.spaceTime = new SpaceTime(parameters, workers);
        this.folder = Files.createTempDirectory("cairn-dispatching");
        spaceTime();
        seals(SMALL, "2 KiB");
        seals(LARGE, "8 MiB");
        add("labels, 8 of 8 MiB together", Priority.LABELS, this::together);
        kinds.addAll(new ParameterComputations(parameters, workers, folder).kinds());
        kinds.addAll(new UpdateComputations(parameters, workers, folder, this::sealed).kinds());
    }

    /** Removes all files. */
    @Override
    public void close() throws IOException {
        for (TrialSector.Begun sector : begun) {
            sector.remove();
        }
        for (TrialSector sector : sealed.values()) {
            sector.remove();
        }
        TrialSector.delete(folder);
    }

    /** Those whose names contain the text. */
    List<Kind> named(String text) {
        return kinds.stream().filter(kind -> kind.name().contains(text)).toList();
    }

    private void add(String name, Priority priority, Preparation preparation) {
        kinds.add(new Kind(name, priority, preparation));
    }

    private void spaceTime() {
        add("winning proof 2 KiB", Priority.WINNING, () -> {
            PostSector sector = sealed(SMALL).toProve();
            return progress -> spaceTime.winningPost(RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1, RANDOMNESS, sector, progress);
        });
        add("window proof 2 KiB", Priority.WINDOW, () -> {
            PostSector sector = sealed(SMALL).toProve();
            return progress -> spaceTime.windowPost(RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1, RANDOMNESS, List.of(sector), progress);
        });
        add("replication proof 2 KiB", Priority.REPLICATION, () -> {
            CommitOutput vanilla = sealed(SMALL).vanilla(sealing);
            return progress -> sealing.sealCommit2(vanilla, TrialSector.MINER, TrialSector.NUMBER, progress);
        });
    }

    private void seals(SectorSize size, String name) {
        byte[] data = TrialSector.filled((int) size.unpaddedBytes(), 5);
        add("commP " + name, Priority.PIECE, () -> progress -> sealing.pieceCommitment(new ByteArrayInputStream(data), data.length, progress));
        add("layers " + name, Priority.LABELS, () -> {
            TrialSector sector = sealed(size);
            return progress -> sealing.sealPreCommit1(sector.request(), sector.pieces(), Optional.of(sector.staged()), fresh(), progress);
        });
        add("trees " + name, Priority.TREES, () -> {
            // Of its own: cancelled trees leave a replica that is none.
            TrialSector.Begun sector = TrialSector.begin(sealing, size);
            begun.add(sector);
            return progress -> sealing.sealPreCommit2(sector.phase1(), sector.files(), progress);
        });
        add("vanilla proof " + name, Priority.REPLICATION, () -> {
            TrialSector sector = sealed(size);
            return progress -> sector.vanilla(sealing, progress);
        });
        add("full check " + name, Priority.CHECK, () -> {
            StoredSector stored = sealed(size).toCheck();
            return progress -> sealing.check().full(stored, progress);
        });
        add("unsealing " + name, Priority.UNSEALING, () -> {
            TrialSector sector = sealed(size);
            return progress -> {
                sealing.unsealRange(sector.request(), sector.commitments().commD(), sector.files().replica(), fresh().cache(), 0, data.length,
                        OutputStream.nullOutputStream(), progress);
                return null;
            };
        });
    }

    private Work together() throws IOException {
        TrialSector sector = sealed(LARGE);
        return progress -> {
            List<PreCommit1Sector> sectors = new ArrayList<>();
            for (int number = 0; number < TOGETHER; number++) {
                SectorSpec spec = SectorSpec.of(sector.request().type(), TrialSector.MINER, number, TrialSector.filled(32, 1));
                SectorFiles files = fresh();
                sectors.add(new PreCommit1Sector(spec, sector.pieces(), Optional.of(sector.staged()), files.replica(),
                        new CacheFolder(files.cache(), spec.shape())));
            }
            return new PreCommit1(workers, sectors.getFirst().spec().graph()).runTogether(sectors, fresh().cache(), progress);
        };
    }

    private TrialSector sealed(SectorSize size) throws IOException {
        if (!sealed.containsKey(size)) {
            sealed.put(size, TrialSector.seal(sealing, size));
        }
        return sealed.get(size);
    }

    private SectorFiles fresh() throws IOException {
        Path own = Files.createTempDirectory(folder, "files");
        return new SectorFiles(own.resolve("sealed"), Files.createDirectory(own.resolve("cache")));
    }
}

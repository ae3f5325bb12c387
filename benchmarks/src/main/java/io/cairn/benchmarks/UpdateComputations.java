package io.cairn.benchmarks;

import io.cairn.benchmarks.Computations.Kind;
import io.cairn.benchmarks.Computations.Preparation;
import io.cairn.proofs.SectorFiles;
import io.cairn.proofs.Updating;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.protocol.sector.RegisteredUpdateProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What updating a sector takes; its data is put in once more. */
final class UpdateComputations {

    private static final RegisteredUpdateProof SMALL = RegisteredUpdateProof.UPDATE_2KIB;
    private static final RegisteredUpdateProof LARGE = RegisteredUpdateProof.UPDATE_8MIB;

    private final Updating updating;
    private final Path folder;
    private final Sealed sealed;
    private final List<Kind> kinds = new ArrayList<>();

    /** Seals a sector once. */
    interface Sealed {
        TrialSector of(SectorSize size) throws IOException;
    }

    private record Updated(RegisteredUpdateProof type, TrialSector old, SectorFiles files, UpdateCommitments commitments) {
    }

    UpdateComputations(ParameterStore parameters, Workers workers, Path folder, Sealed sealed) {
        this.updating = new Updating(parameters, workers);
        this.folder = folder;
        this.sealed = sealed;
        encodings();
        if (parameters.has(new ProofCircuit(ProofCircuit.Kind.UPDATE, SectorSize.KIB_2))) {
            add("update proof 2 KiB", Priority.REPLICATION, () -> {
                Updated updated = updated(SMALL, Progress.NONE);
                List<byte[]> vanilla = vanilla(updated, Progress.NONE);
                return progress -> updating.prove(SMALL, updated.commitments(), vanilla, progress);
            });
        }
    }

    List<Kind> kinds() {
        return kinds;
    }

    private void add(String name, Priority priority, Preparation preparation) {
        kinds.add(new Kind(name, priority, preparation));
    }

    private void encodings() {
        add("update 8 MiB", Priority.TREES, () -> {
            sealed.of(SectorSize.MIB_8);
            return progress -> updated(LARGE, progress);
        });
        add("update 8 MiB, vanilla proofs", Priority.REPLICATION, () -> {
            Updated updated = updated(LARGE, Progress.NONE);
            return progress -> vanilla(updated, progress);
        });
        add("update 8 MiB, decoding", Priority.UNSEALING, () -> {
            Updated updated = updated(LARGE, Progress.NONE);
            Path data = updated.files().replica().resolveSibling("decoded");
            return progress -> {
                updating.decode(LARGE, updated.commitments().commDNew(), updated.files().replica(), updated.old().files(), data, progress);
                return null;
            };
        });
    }

    private Updated updated(RegisteredUpdateProof type, Progress progress) throws IOException {
        TrialSector old = sealed.of(type.sectorSize());
        Path own = Files.createTempDirectory(folder, "updated");
        SectorFiles files = new SectorFiles(own.resolve("sealed"), Files.createDirectory(own.resolve("cache")));
        return new Updated(type, old, files, updating.encode(type, old.pieces(), old.staged(), old.files(), files, progress));
    }

    private List<byte[]> vanilla(Updated updated, Progress progress) throws IOException {
        return updating.vanillaProofs(updated.type(), updated.commitments(), updated.old().files(), updated.files(), progress);
    }
}

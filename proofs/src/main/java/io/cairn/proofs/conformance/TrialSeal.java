package io.cairn.proofs.conformance;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.fr32.PaddingInputStream;
import io.cairn.proofs.graph.ParentCache;
import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PersistentAux;
import io.cairn.proofs.seal.PreCommit1;
import io.cairn.proofs.seal.PreCommit2;
import io.cairn.proofs.seal.SectorSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A sector sealed in a temporary directory, which goes when this is closed. */
final class TrialSeal implements AutoCloseable {

    private final SectorSpec spec;
    private final Path directory;
    private final PieceInfo piece;
    private final CacheFolder cache;
    private final byte[] commD;
    private PersistentAux aux;

    private TrialSeal(SectorSpec spec, Path directory, byte[] data) throws IOException {
        this.spec = spec;
        this.directory = directory;
        this.piece = PieceCommitment.of(new ByteArrayInputStream(data));
        this.cache = new CacheFolder(Files.createDirectory(directory.resolve("cache")), spec.shape());
        Files.copy(new PaddingInputStream(new ByteArrayInputStream(data)), unsealed());
        try (ParentCache parents = ParentCache.open(directory.resolve("parents"), spec.graph(), workers(), Progress.NONE)) {
            this.commD = new PreCommit1(workers(), parents)
                    .run(spec, List.of(piece), Optional.of(unsealed()), sealed(), cache, Progress.NONE);
        }
    }

    /** Runs phase 1 over a single piece that fills the sector. */
    static TrialSeal afterPhase1(SectorSpec spec, byte[] data) throws IOException {
        Path directory = Files.createTempDirectory("cairn-trial-");
        try {
            return new TrialSeal(spec, directory, data);
        } catch (IOException | RuntimeException e) {
            remove(directory);
            throw e;
        }
    }

    /** Runs phase 2; {@code t_aux} names the given path. */
    TrialSeal phase2(String pathInAux) throws IOException {
        aux = new PreCommit2(workers()).run(sealed(), cache, pathInAux, Progress.NONE);
        return this;
    }

    SectorSpec spec() {
        return spec;
    }

    PieceInfo piece() {
        return piece;
    }

    CacheFolder cache() {
        return cache;
    }

    byte[] commD() {
        return commD;
    }

    PersistentAux aux() {
        return aux;
    }

    Path unsealed() {
        return directory.resolve("staged");
    }

    Path sealed() {
        return directory.resolve("sealed");
    }

    /** All processors of the machine. */
    static Workers workers() {
        return new ProofDispatcher(Runtime.getRuntime().availableProcessors()).workers();
    }

    @Override
    public void close() throws IOException {
        remove(directory);
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

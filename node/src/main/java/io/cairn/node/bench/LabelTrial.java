package io.cairn.node.bench;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PreCommit1;
import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Phase 1 of an 8 MiB sector of zeros in a temporary folder; what is timed is its last layer, with the parents known as they are from a cache. */
final class LabelTrial implements AutoCloseable {

    private static final RegisteredSealProof TYPE = RegisteredSealProof.STACKED_DRG_8MIB_V1_1;

    private final SectorSpec spec = SectorSpec.of(TYPE, 1000, 1, new byte[SectorShape.NODE_BYTES]);
    private final SectorShape shape = spec.shape();
    private final Known parents = new Known(shape.nodes(), new int[Math.toIntExact(shape.nodes() * ParentSource.DEGREE)]);
    private final Path folder = Files.createTempDirectory("cairn-bench");

    LabelTrial() throws IOException {
        spec.graph().parents(0, Math.toIntExact(shape.nodes()), parents.all);
    }

    private record Known(long nodes, int[] all) implements ParentSource {

        @Override
        public void parents(long first, int count, int[] out) {
            System.arraycopy(all, Math.toIntExact(first * DEGREE), out, 0, count * DEGREE);
        }
    }

    /** Seals once; answers the labels of the last layer a second. */
    double labelsPerSecond(Progress cancelling) throws IOException {
        removeFiles();
        LastLayer last = new LastLayer(shape.nodes() * shape.layers(), cancelling);
        new PreCommit1(Workers.CALLER, parents).run(spec, List.of(PieceInfo.zero(shape.sectorBytes())), Optional.empty(),
                folder.resolve("sealed"), new CacheFolder(folder, shape), last);
        return last.rate();
    }

    /** Hears of the whole phase, and keeps when the last layer's first and last labels were told. */
    private static final class LastLayer implements Progress {

        private final long before;
        private final Progress cancelling;
        private long first;
        private long firstNanos;
        private long latest;
        private long latestNanos;

        private LastLayer(long before, Progress cancelling) {
            this.before = before;
            this.cancelling = cancelling;
        }

        @Override
        public void advanced(long done, long total) {
            if (done <= before) {
                return;
            }
            latest = done;
            latestNanos = System.nanoTime();
            if (first == 0) {
                first = latest;
                firstNanos = latestNanos;
            }
        }

        @Override
        public boolean cancelled() {
            return cancelling.cancelled();
        }

        double rate() {
            return (latest - first) * 1e9 / (latestNanos - firstNanos);
        }
    }

    private void removeFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        removeFiles();
        Files.delete(folder);
    }
}

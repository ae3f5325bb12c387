package io.cairn.actors.sector;

import io.cairn.actors.ports.SealingTasks.Job;
import io.cairn.actors.ports.StoredSectors;
import io.cairn.proofs.SectorFinding;
import io.cairn.proofs.dispatch.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sectors without files: data is the sector's number over and over, damage is what a test put there. */
public final class FakeStoredSectors implements StoredSectors {
    public final Map<String, Long> bytes = new ConcurrentHashMap<>();
    public final List<SectorFinding> findings = new CopyOnWriteArrayList<>();

    @Override
    public void readPiece(Job job, long offset, long size, OutputStream out, Progress progress) {
        try {
            for (long i = 0; i < size / 128 * 127; i++) {
                out.write((int) job.sector());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SortedMap<String, Long> occupied() {
        return new TreeMap<>(bytes);
    }

    @Override
    public List<SectorFinding> check(Job job, boolean full, Progress progress) {
        return full ? List.copyOf(findings) : List.of();
    }
}

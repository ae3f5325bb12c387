package io.cairn.proofs.check;

import io.cairn.proofs.SectorFinding;
import io.cairn.proofs.SectorFinding.Kind;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a sector: ranges that touch become one, and a ruined file does not fill the memory. */
public final class Findings {

    /** Most findings that are kept: whoever reads so many needs no more of them. */
    static final int MOST = 1000;

    private final List<SectorFinding> found = new ArrayList<>();

    /** Notes a range of bytes of a file. */
    public synchronized void add(Kind kind, Path file, long offset, long length, String problem) {
        if (!found.isEmpty()) {
            SectorFinding last = found.getLast();
            if (last.kind() == kind && last.file().equals(file) && last.problem().equals(problem) && last.offset() + last.length() == offset) {
                found.set(found.size() - 1, new SectorFinding(kind, file, last.offset(), last.length() + length, problem));
                return;
            }
        }
        if (found.size() < MOST) {
            found.add(new SectorFinding(kind, file, offset, length, problem));
        }
    }

    /** Notes a range of a file that could not be read. */
    void add(Kind kind, Path file, long length, IOException failure) {
        add(kind, file, 0, length, problem(failure));
    }

    /** What went wrong, without the name of the file. */
    public static String problem(IOException failure) {
        String reason = failure instanceof FileSystemException known && known.getReason() != null ? known.getReason() : failure.getMessage();
        return failure instanceof NoSuchFileException && !reason.startsWith("missing") ? "missing" : reason;
    }

    /** Whether something is wrong with a file of that kind. */
    synchronized boolean has(Kind kind) {
        return found.stream().anyMatch(finding -> finding.kind() == kind);
    }

    /** What was found, by kind, file and place. */
    public synchronized List<SectorFinding> list() {
        return found.stream().sorted(Comparator.comparing(SectorFinding::kind).thenComparing(SectorFinding::file)
                .thenComparingLong(SectorFinding::offset)).toList();
    }
}

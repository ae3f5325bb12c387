package io.cairn.proofs;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory outside the heap straight from the system, in pages of 2 MiB where Linux offers them ({@code mmap}, {@code madvise} with {@code MADV_HUGEPAGE}): it is
 * zero without being touched, and handed out by pages when it is; transforms jump through it. Small allocations, and all on other systems, are ordinary ones.
 */
public final class HugePages {

    private static final Logger LOG = LoggerFactory.getLogger(HugePages.class);
    private static final long PAGE = 2L << 20;
    private static final int READ_WRITE = 1 | 2;
    private static final int PRIVATE_ANONYMOUS = 0x02 | 0x20;
    private static final int MADV_HUGEPAGE = 14;
    private static final long FAILED = -1;
    private static final Optional<HugePages> OFFERED = offered();

    private final MethodHandle map;
    private final MethodHandle unmap;
    private final MethodHandle advise;
    /** Whether the kernel has no huge pages: what it gives then are ordinary ones. */
    private volatile boolean refused;

    private HugePages(Linker linker, SymbolLookup library) {
        this.map = linker.downcallHandle(library.findOrThrow("mmap"), FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
        this.unmap = linker.downcallHandle(library.findOrThrow("munmap"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG));
        this.advise = linker.downcallHandle(library.findOrThrow("madvise"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    }

    private static Optional<HugePages> offered() {
        if (!System.getProperty("os.name").equals("Linux")) {
            LOG.info("Memory for proofs: ordinary pages, huge ones are asked for on Linux only");
            return Optional.empty();
        }
        try {
            Linker linker = Linker.nativeLinker();
            HugePages pages = new HugePages(linker, linker.defaultLookup());
            try (Arena trial = Arena.ofShared()) {
                pages.mapped(PAGE, trial);
            }
            LOG.info("Memory for proofs: {} pages", pages.refused ? "ordinary" : "huge");
            return Optional.of(pages);
        } catch (IllegalCallerException | UnsupportedOperationException denied) {
            LOG.info("Memory for proofs: ordinary pages, since native access is denied: {}", denied.getMessage());
            return Optional.empty();
        }
    }

    /** Zeros for as long as the arena lives. */
    public static MemorySegment allocate(long bytes, long alignment, Arena arena) {
        return bytes < 2 * PAGE || OFFERED.isEmpty() ? arena.allocate(bytes, alignment) : OFFERED.get().mapped(bytes, arena);
    }

    private MemorySegment mapped(long bytes, Arena arena) {
        long length = (bytes + PAGE - 1) / PAGE * PAGE + PAGE; // One page more, so that it can begin at a page's border.
        try {
            long base = (long) map.invokeExact(0L, length, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
            if (base == FAILED) {
                throw new OutOfMemoryError("the system gave no " + length + " bytes of memory");
            }
            long start = (base + PAGE - 1) / PAGE * PAGE;
            refused = (int) advise.invokeExact(start, length - PAGE, MADV_HUGEPAGE) != 0;
            return MemorySegment.ofAddress(start).reinterpret(bytes, arena, _ -> release(base, length));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("mmap", e);
        }
    }

    private void release(long base, long length) {
        try {
            int _ = (int) unmap.invokeExact(base, length);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("munmap", e);
        }
    }
}

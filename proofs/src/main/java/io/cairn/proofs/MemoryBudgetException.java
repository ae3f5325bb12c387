package io.cairn.proofs;

import java.util.Locale;

/** A computation needs more memory than is left for it. */
public final class MemoryBudgetException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final double MIB = 1 << 20;

    MemoryBudgetException(String purpose, long asked, long free, long limit) {
        super(String.format(Locale.ROOT, "%s: needs %.1f MiB of memory outside the heap, %.1f of %.1f MiB are free; %s", purpose, asked / MIB, free / MIB,
                limit / MIB, asked > limit
                        ? "raise cairn.proving.memory if the machine has more, or prove on a larger machine"
                        : "it can be tried again when the proofs that hold the rest have ended"));
    }
}

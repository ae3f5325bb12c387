package io.cairn.proofs.groth16;

import io.cairn.proofs.MemoryBudget;
import io.cairn.proofs.MemoryReservation;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The decoded points of one parameter file, shared by all proofs, as long as the budget has memory to spare for them: they are dropped when a computation needs
 * room and no proof uses them. Safe for many threads.
 */
final class PointCache implements AutoCloseable {

    private final PointLists encoded;
    private final MemoryBudget budget;
    private final String purpose;
    private final Runnable dropping = this::drop;
    private Optional<MemoryReservation> memory = Optional.empty();
    private PointLists decoded;
    private int users;

    PointCache(PointLists encoded, MemoryBudget budget, String purpose) {
        this.encoded = encoded;
        this.budget = budget;
        this.purpose = purpose;
        budget.onShortage(dropping);
    }

    /** Decoded points if there is memory for them, otherwise those of the file. */
    synchronized PointUse use() {
        if (memory.isEmpty()) {
            memory = budget.reserveSpare(bytes(), purpose);
            decoded = memory.map(this::allocate).orElse(encoded);
        }
        users++;
        return new PointUse(decoded, this::ended);
    }

    private synchronized void ended() {
        users--;
    }

    private PointLists allocate(MemoryReservation reserved) {
        Arena arena = reserved.arena();
        return encoded.map(list -> new DecodedPoints(list, arena));
    }

    private long bytes() {
        return Stream.of(encoded.h(), encoded.l(), encoded.a(), encoded.bG1(), encoded.bG2()).mapToLong(DecodedPoints::bytes).sum();
    }

    private synchronized void drop() {
        if (users == 0) {
            memory.ifPresent(MemoryReservation::close);
            memory = Optional.empty();
        }
    }

    @Override
    public void close() {
        budget.noLongerOnShortage(dropping);
        drop();
    }
}

package io.cairn.proofs;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Memory of a {@link MemoryBudget} that one computation holds. Whatever was allocated from it is gone when it is closed, which no thread may outlast. */
public final class MemoryReservation implements AutoCloseable {

    private final MemoryBudget budget;
    private final String purpose;
    private final List<Part> open = new ArrayList<>();
    private long bytes;
    private long allocated;
    private long most;

    MemoryReservation(MemoryBudget budget, long bytes, String purpose) {
        this.budget = budget;
        this.bytes = bytes;
        this.purpose = purpose;
    }

    /** An arena for any thread whose memory counts here; it may be closed before the reservation. */
    public synchronized Arena arena() {
        Part part = new Part(Arena.ofShared());
        open.add(part);
        return part;
    }

    /** Bytes that are held. */
    public synchronized long bytes() {
        return bytes;
    }

    /** The most bytes that were allocated at a time. */
    public synchronized long most() {
        return most;
    }

    /** Gives back all but so many bytes. */
    public synchronized void shrink(long left) {
        if (left < allocated || left > bytes) {
            throw new IllegalArgumentException(purpose + ": shrink to " + left + " of " + bytes + " bytes, " + allocated + " of them allocated");
        }
        budget.giveBack(bytes - left);
        bytes = left;
    }

    @Override
    public synchronized void close() {
        try {
            List.copyOf(open).forEach(Part::close);
        } finally {
            budget.giveBack(bytes);
            bytes = 0;
        }
    }

    private synchronized void count(Part part, long more) {
        if (more > bytes - allocated) {
            throw new IllegalStateException(purpose + ": allocates " + more + " bytes more than " + allocated + ", reserved were " + bytes);
        }
        allocated += more;
        part.allocated += more;
        most = Math.max(most, allocated);
    }

    private synchronized void closed(Part part) {
        allocated -= part.allocated;
        open.remove(part);
    }

    private final class Part implements Arena {

        private final Arena memory;
        private long allocated;

        Part(Arena memory) {
            this.memory = memory;
        }

        @Override
        public MemorySegment allocate(long byteSize, long byteAlignment) {
            count(this, byteSize);
            return HugePages.allocate(byteSize, byteAlignment, memory);
        }

        @Override
        public MemorySegment.Scope scope() {
            return memory.scope();
        }

        @Override
        public void close() {
            memory.close();
            closed(this);
        }
    }
}

package io.cairn.devnet.beacon;

import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.hash.Blake2b;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simulated beacon, unchained: the entry of a round is a digest of the seed and the round, so that a chain is the same
 * each time. Rounds can be held back, as when the real beacon is late.
 */
public final class Beacon {

    /** Rounds that the beacon is ahead of the epochs, as in lotus' mock beacon. */
    private static final long LEAD = 100;

    private final byte[] seed;
    private volatile long heldFrom = Long.MAX_VALUE;

    /** A beacon whose every entry follows from {@code seed}. */
    public Beacon(byte[] seed) {
        this.seed = seed.clone();
    }

    /** The newest round that a block of the epoch can carry. */
    public long roundOf(long epoch) {
        return epoch + LEAD;
    }

    /** The entry of an epoch; empty while it is held back. */
    public Optional<BeaconEntry> entryOf(long epoch) {
        return epoch >= heldFrom ? Optional.empty() : Optional.of(entry(roundOf(epoch)));
    }

    /**
     * The entries of a block: one for each epoch since its parents', ascending; empty while one of them is held back.
     */
    public Optional<List<BeaconEntry>> entriesFor(long parentEpoch, long epoch) {
        List<BeaconEntry> entries = new ArrayList<>();
        for (long each = parentEpoch + 1; each <= epoch; each++) {
            Optional<BeaconEntry> entry = entryOf(each);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            entries.add(entry.get());
        }
        return Optional.of(entries);
    }

    /** Whether a block's entries are those of its epochs. */
    public boolean accepts(long parentEpoch, long epoch, List<BeaconEntry> entries) {
        return entriesFor(parentEpoch, epoch).filter(entries::equals).isPresent();
    }

    /** Holds back the entries of this epoch and all later ones. */
    public void holdFrom(long epoch) {
        heldFrom = epoch;
    }

    /** Ends a delay. */
    public void release() {
        heldFrom = Long.MAX_VALUE;
    }

    private BeaconEntry entry(long round) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(round).array();
        return new BeaconEntry(round, ByteString.of(Blake2b.digest256(seed, number)));
    }
}

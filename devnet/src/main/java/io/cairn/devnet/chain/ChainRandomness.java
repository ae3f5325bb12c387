package io.cairn.devnet.chain;

import io.cairn.devnet.beacon.Beacon;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.randomness.Randomness;
import java.util.Optional;

/** Randomness as the chain up to one tipset gives it (lotus: chain/rand/rand.go, from network version 14 on). */
public final class ChainRandomness {

    private static final int LONGEST_WALK = 20;

    private final TipsetIndex index;
    private final Beacon beacon;
    private final Tipset tip;

    /** Draws from {@code tip} and its ancestry. */
    public ChainRandomness(TipsetIndex index, Beacon beacon, Tipset tip) {
        this.index = index;
        this.beacon = beacon;
        this.tip = tip;
    }

    /**
     * 32 bytes from the ticket of the epoch's tipset, or of the next one when the epoch was null.
     *
     * @throws IllegalArgumentException when the epoch is above the tip
     */
    public byte[] fromTickets(DomainSeparationTag tag, long epoch, byte[] entropy) {
        return Randomness.draw(ticket(epoch), tag, epoch, entropy);
    }

    /** The digest that {@link #fromTickets} draws from. */
    public byte[] digestFromTickets(long epoch) {
        return Randomness.digest(ticket(epoch));
    }

    private byte[] ticket(long epoch) {
        return index.atOrAfter(tip, Math.max(0, epoch)).minTicketBlock().ticket().vrfProof().toArray();
    }

    /** The digest that {@link #fromBeacon} draws from. */
    public byte[] digestFromBeacon(long epoch) {
        return Randomness.digest(entryOf(epoch).data().toArray());
    }

    /**
     * 32 bytes from the beacon entry of the epoch; before epoch 0 from genesis' own entry.
     *
     * @throws IllegalArgumentException when the epoch is above the tip, or no block carries its entry
     */
    public byte[] fromBeacon(DomainSeparationTag tag, long epoch, byte[] entropy) {
        return Randomness.draw(entryOf(epoch).data().toArray(), tag, epoch, entropy);
    }

    /** The newest entry at or before the tipset. */
    public BeaconEntry latestEntry() {
        Optional<Tipset> at = Optional.of(tip);
        for (int walked = 0; walked <= LONGEST_WALK && at.isPresent(); walked++) {
            var entries = at.get().minTicketBlock().beaconEntries();
            if (!entries.isEmpty()) {
                return entries.getLast();
            }
            at = index.parent(at.get());
        }
        throw new IllegalArgumentException("no beacon entry in " + LONGEST_WALK + " tipsets before epoch " + tip.height());
    }

    private BeaconEntry entryOf(long epoch) {
        if (epoch < 0) {
            return index.genesis().minTicketBlock().beaconEntries().getLast();
        }
        long round = beacon.roundOf(epoch);
        Optional<Tipset> at = Optional.of(index.atOrAfter(tip, epoch));
        for (int walked = 0; walked <= LONGEST_WALK && at.isPresent(); walked++) {
            for (BeaconEntry entry : at.get().minTicketBlock().beaconEntries()) {
                if (entry.round() == round) {
                    return entry;
                }
            }
            at = index.parent(at.get());
        }
        throw new IllegalArgumentException("no block carries the beacon entry of epoch " + epoch);
    }
}

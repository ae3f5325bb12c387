package io.cairn.persistence.sector;

import io.cairn.persistence.Blob;

/**
 * What makes the replica; CIDs are in text form and empty, the epoch is −1, where not known yet.
 *
 * @param ticketEpoch epoch of the ticket; below 0 on chains younger than the lookback
 * @param ticket      the randomness that makes the replica unique, 32 bytes
 * @param commD       commitment of the data
 * @param commR       commitment of the replica
 */
public record Replica(long ticketEpoch, Blob ticket, String commD, String commR) {
    static Replica nothing() {
        return new Replica(-1, Blob.of(new byte[0]), "", "");
    }

    /** Whether a ticket is drawn. */
    public boolean hasTicket() {
        return ticket.toByteArray().length > 0;
    }

    Replica ticket(long epoch, Blob value) {
        return new Replica(epoch, value, commD, commR);
    }

    Replica data(String commitment) {
        return new Replica(ticketEpoch, ticket, commitment, commR);
    }

    Replica sealed(String commitment) {
        return new Replica(ticketEpoch, ticket, commD, commitment);
    }

    Replica withoutTicket() {
        return new Replica(-1, Blob.of(new byte[0]), commD, "");
    }
}

package io.cairn.actors.sector;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import io.cairn.actors.chain.Head;
import io.cairn.persistence.sector.SectorState;
import io.cairn.persistence.sector.Stage;

/** Does what a sector decides; every answer comes back as a command. */
public interface SectorCrew {
    /** A child that does one task; stopping it cancels the task. */
    Behavior<?> task(SectorState state, Stage stage, long taskId, ActorRef<SectorCommand> sector);

    /** Computes the commitment of the pieces that fill the sector. */
    void commitPieces(SectorState state, ActorRef<SectorCommand> sector);

    /** Draws the ticket. */
    void drawTicket(SectorState state, Head head, ActorRef<SectorCommand> sector);

    /** Sends the pre-commitment under its request id. */
    void sendPreCommit(SectorState state, Head head, ActorRef<SectorCommand> sector);

    /** Sends the commitment under its request id. */
    void sendCommit(SectorState state, Head head, ActorRef<SectorCommand> sector);

    /** Asks what became of a message and what the chain knows of the sector. */
    void look(SectorState state, String sendId, String cid, Head head, ActorRef<SectorCommand> sector);

    /** Reads the interactive randomness. */
    void readSeed(SectorState state, long epoch, Head head, ActorRef<SectorCommand> sector);

    /** Asks what the addresses that may pay hold; no answer comes when the chain does not say. */
    void lookAtFunds(Head head, ActorRef<SectorCommand> sector);

    /** Says whether a sector is on its way. */
    void underWay(long sector, boolean is);

    /** Tells the world that a sector became active. */
    void active(SectorState state);

    /** Deletes what storing the sector has left where it was made. */
    void stored(SectorState state);

    /** Tells the world that a sector ended, and deletes its files if it was removed and the chain does not have it. */
    void ended(SectorState state);
}

package io.cairn.actors.deal;

import akka.actor.typed.ActorRef;
import io.cairn.actors.chain.Head;
import io.cairn.persistence.deal.DealState;

/** Does what a deal decides; every answer comes back as a command. */
public interface DealCrew {
    /** Computes the commitment of the data and compares it with the proposal's. */
    void check(DealState state, String path, ActorRef<DealCommand> deal);

    /** Asks for a publish message to go with; asking again for the same deal gives the same one. */
    void queue(DealState state, ActorRef<DealCommand> deal);

    /** Brings the collateral along, then sends the publish message under its request id. */
    void publish(DealState state, Head head, ActorRef<DealCommand> deal);

    /** Asks what became of the publish message. */
    void look(DealState state, Head head, ActorRef<DealCommand> deal);

    /** Finds a sector for the piece; asking again for the same deal gives the same place. */
    void place(DealState state, Head head, ActorRef<DealCommand> deal);

    /** Tells the miner that the sector will not hold the piece. */
    void release(DealState state);

    /** Asks what the chain knows of the published deal. */
    void watch(DealState state, Head head, ActorRef<DealCommand> deal);

    /** Says whether something is under way for the deal, computing or waiting for the chain. */
    void underWay(String deal, boolean is);

    /** Tells the miner that the deal ended. */
    void ended(DealState state);
}

package io.cairn.actors.deal;

import akka.actor.typed.ActorRef;
import io.cairn.actors.chain.Head;
import io.cairn.persistence.deal.DealState;

/** Does what a deal decides; every answer comes back as a command. */
public interface DealCrew {
    /** Computes the commitment of the data and compares it with the proposal's. */
    void check(DealState state, String path, ActorRef<DealCommand> deal);

    /** Sends the publish message under its request id. */
    void publish(DealState state, Head head, ActorRef<DealCommand> deal);

    /** Asks what became of the publish message. */
    void look(DealState state, Head head, ActorRef<DealCommand> deal);

    /** Finds a sector for the piece; asking again for the same deal gives the same place. */
    void place(DealState state, Head head, ActorRef<DealCommand> deal);

    /** Tells the miner that the deal ended. */
    void ended(DealState state);
}

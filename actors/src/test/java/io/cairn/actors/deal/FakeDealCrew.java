package io.cairn.actors.deal;

import akka.actor.typed.ActorRef;
import io.cairn.actors.chain.Head;
import io.cairn.persistence.deal.DealState;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a deal wants; tests answer. */
final class FakeDealCrew implements DealCrew {
    final List<String> asked = new ArrayList<>();
    boolean busy;

    @Override
    public void check(DealState state, String path, ActorRef<DealCommand> deal) {
        asked.add("check " + path);
    }

    @Override
    public void queue(DealState state, ActorRef<DealCommand> deal) {
        asked.add("queue after " + state.publish().failed());
    }

    @Override
    public void publish(DealState state, Head head, ActorRef<DealCommand> deal) {
        asked.add("publish " + state.publish().message().orElseThrow().requestId());
    }

    @Override
    public void look(DealState state, Head head, ActorRef<DealCommand> deal) {
        asked.add("look " + state.publish().cid());
    }

    @Override
    public void place(DealState state, Head head, ActorRef<DealCommand> deal) {
        asked.add("place " + state.dealId());
    }

    @Override
    public void release(DealState state) {
        asked.add("release " + state.place().orElseThrow().sector());
    }

    @Override
    public void watch(DealState state, Head head, ActorRef<DealCommand> deal) {
        asked.add("watch " + state.dealId());
    }

    @Override
    public void underWay(String deal, boolean is) {
        busy = is;
    }

    @Override
    public void ended(DealState state) {
        asked.add("ended");
    }

    String last() {
        return asked.getLast();
    }
}

package io.cairn.persistence.sector;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;
import io.cairn.persistence.JournalTypes;
import io.cairn.persistence.sector.SectorEvent.Created;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sector as its events leave it: three tracks (files while sealing, chain, files afterwards), the work that is out, and
 * what went wrong.
 *
 * @param created absent before the sector exists
 * @param removed whether the sector is gone
 * @param history the newest lines, at most {@link #HISTORY_KEPT}
 */
@JsonTypeName("sector.state.v1")
public record SectorState(Optional<Created> created, Seal seal, Chain chain, Files files, List<Piece> pieces, Replica replica,
                          OnChain onChain, Work work, Troubles troubles, boolean removed, List<Moment> history)
        implements Durable {
    /** Older lines are dropped; the journal still has them. */
    public static final int HISTORY_KEPT = 200;

    public SectorState {
        pieces = List.copyOf(pieces);
        history = List.copyOf(history);
    }

    /** A sector that does not exist. */
    public static SectorState empty() {
        return new SectorState(Optional.empty(), Seal.NEW, Chain.NONE, Files.LAYERS, List.of(), Replica.nothing(),
                OnChain.nothing(), Work.idle(), Troubles.none(), false, List.of());
    }

    /** Padded bytes that pieces occupy. */
    public long occupied() {
        return pieces.stream().mapToLong(Piece::size).sum();
    }

    /** Whether nothing will happen to the sector any more. */
    public boolean ended() {
        return removed || chain == Chain.EXPIRED || chain == Chain.TERMINATED;
    }

    /** The state after an event. */
    public SectorState apply(SectorEvent event) {
        return SectorFold.fold(this, event).remember(event);
    }

    SectorState seal(Seal next) {
        return new SectorState(created, next, chain, files, pieces, replica, onChain, work, troubles, removed, history);
    }

    SectorState chain(Chain next, OnChain facts) {
        return new SectorState(created, seal, next, files, pieces, replica, facts, work, troubles, removed, history);
    }

    SectorState files(Files next) {
        return new SectorState(created, seal, chain, next, pieces, replica, onChain, work, troubles, removed, history);
    }

    SectorState pieces(List<Piece> next) {
        return new SectorState(created, seal, chain, files, next, replica, onChain, work, troubles, removed, history);
    }

    SectorState replica(Replica next) {
        return new SectorState(created, seal, chain, files, pieces, next, onChain, work, troubles, removed, history);
    }

    SectorState work(Work next) {
        return new SectorState(created, seal, chain, files, pieces, replica, onChain, next, troubles, removed, history);
    }

    SectorState troubles(Troubles next) {
        return new SectorState(created, seal, chain, files, pieces, replica, onChain, work, next, removed, history);
    }

    SectorState created(Created event) {
        return new SectorState(Optional.of(event), seal, chain, files, pieces, replica, onChain, work, troubles, removed, history);
    }

    SectorState gone() {
        return new SectorState(created, seal, chain, files, pieces, replica, onChain, work.done(), troubles, true, history);
    }

    private SectorState remember(SectorEvent event) {
        List<Moment> lines = new ArrayList<>(history.size() < HISTORY_KEPT ? history : history.subList(1, history.size()));
        lines.add(new Moment(event.at(), JournalTypes.nameOf(event.getClass()), SectorFold.note(event)));
        return new SectorState(created, seal, chain, files, pieces, replica, onChain, work, troubles, removed, lines);
    }
}

package io.cairn.persistence.sender;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;
import io.cairn.persistence.sender.SenderEvent.Displaced;
import io.cairn.persistence.sender.SenderEvent.Pushed;
import io.cairn.persistence.sender.SenderEvent.Replaced;
import io.cairn.persistence.sender.SenderEvent.Settled;
import io.cairn.persistence.sender.SenderEvent.Signed;
import io.cairn.persistence.sender.SenderEvent.Withdrawn;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A sending address as its events leave it.
 *
 * @param nextNonce lowest nonce that this address has not signed
 * @param outgoing  signed messages by their nonce, at most {@link #MESSAGES_KEPT}
 * @param free      nonces below {@code nextNonce} whose messages were withdrawn
 */
@JsonTypeName("sender.state.v1")
public record SenderState(long nextNonce, Map<Long, Outgoing> outgoing, SortedSet<Long> free) implements Durable {
    /** Messages remembered; the oldest settled ones go first. */
    public static final int MESSAGES_KEPT = 10_000;

    public SenderState {
        outgoing = Collections.unmodifiableMap(new TreeMap<>(outgoing));
        free = Collections.unmodifiableSortedSet(free == null ? new TreeSet<>() : new TreeSet<>(free));
    }

    /** An address that has sent nothing. */
    public static SenderState empty() {
        return new SenderState(0, Map.of(), new TreeSet<>());
    }

    /** The message that was signed for a request. */
    public Optional<Outgoing> forRequest(String requestId) {
        return outgoing.values().stream().filter(message -> message.requestId().equals(requestId)).findFirst();
    }

    /** Signed messages that the node may not have, in the order of their nonces. */
    public List<Outgoing> unpushed() {
        return unsettled().stream().filter(message -> !message.pushed()).toList();
    }

    /** Signed messages that are not known to be executed for good, in the order of their nonces. */
    public List<Outgoing> unsettled() {
        return outgoing.values().stream().filter(message -> !message.settled())
                .sorted(Comparator.comparingLong(Outgoing::nonce)).toList();
    }

    /**
     * The nonce of the next message: a withdrawn one first, so that no gap keeps later messages waiting.
     *
     * @param pools the lowest nonce that neither the chain nor the node's pool knows
     */
    public long nonce(long pools) {
        return free.stream().filter(nonce -> nonce >= pools).findFirst().orElse(Math.max(pools, nextNonce));
    }

    /** The state after an event. */
    public SenderState apply(SenderEvent event) {
        return switch (event) {
            case Signed s -> signed(Outgoing.of(s));
            case Pushed p -> on(p.requestId(), Outgoing::taken);
            case Replaced r -> on(r.requestId(), message -> message.replacedBy(r));
            case Settled s -> on(s.requestId(), Outgoing::executed);
            case Withdrawn w -> forRequest(w.requestId()).map(message -> without(message, true)).orElse(this);
            case Displaced d -> forRequest(d.requestId()).map(message -> without(message, false)).orElse(this);
        };
    }

    private SenderState on(String requestId, UnaryOperator<Outgoing> change) {
        return forRequest(requestId).map(message -> signed(change.apply(message))).orElse(this);
    }

    private SenderState signed(Outgoing message) {
        TreeMap<Long, Outgoing> next = new TreeMap<>(outgoing);
        next.put(message.nonce(), message);
        while (next.size() > MESSAGES_KEPT && next.firstEntry().getValue().settled()) {
            next.pollFirstEntry();
        }
        SortedSet<Long> left = new TreeSet<>(free);
        left.remove(message.nonce());
        return new SenderState(Math.max(nextNonce, message.nonce() + 1), next, left);
    }

    private SenderState without(Outgoing message, boolean nonceIsFree) {
        TreeMap<Long, Outgoing> next = new TreeMap<>(outgoing);
        next.remove(message.nonce());
        SortedSet<Long> gaps = new TreeSet<>(free);
        if (nonceIsFree) {
            gaps.add(message.nonce());
        }
        return new SenderState(nextNonce, next, gaps);
    }
}

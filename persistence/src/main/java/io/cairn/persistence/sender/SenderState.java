package io.cairn.persistence.sender;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;
import io.cairn.persistence.sender.SenderEvent.Pushed;
import io.cairn.persistence.sender.SenderEvent.Replaced;
import io.cairn.persistence.sender.SenderEvent.Signed;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A sending address as its events leave it.
 *
 * @param nextNonce lowest nonce that this address has not signed
 * @param outgoing  signed messages by their nonce, at most {@link #MESSAGES_KEPT}
 */
@JsonTypeName("sender.state.v1")
public record SenderState(long nextNonce, Map<Long, Outgoing> outgoing) implements Durable {
    /** Messages remembered; the oldest pushed ones go first. */
    public static final int MESSAGES_KEPT = 10_000;

    public SenderState {
        outgoing = Collections.unmodifiableMap(new TreeMap<>(outgoing));
    }

    /** An address that has sent nothing. */
    public static SenderState empty() {
        return new SenderState(0, Map.of());
    }

    /** The message that was signed for a request. */
    public Optional<Outgoing> forRequest(String requestId) {
        return outgoing.values().stream().filter(message -> message.requestId().equals(requestId)).findFirst();
    }

    /** Signed messages that the node may not have, in the order of their nonces. */
    public List<Outgoing> unpushed() {
        return outgoing.values().stream().filter(message -> !message.pushed())
                .sorted(Comparator.comparingLong(Outgoing::nonce)).toList();
    }

    /** The state after an event. */
    public SenderState apply(SenderEvent event) {
        return switch (event) {
            case Signed s -> with(new Outgoing(s.requestId(), s.nonce(), s.cid(), s.signed(), false));
            case Pushed p -> forRequest(p.requestId())
                    .map(m -> with(new Outgoing(m.requestId(), m.nonce(), m.cid(), m.signed(), true))).orElse(this);
            case Replaced r -> forRequest(r.requestId())
                    .map(m -> with(new Outgoing(m.requestId(), m.nonce(), r.cid(), r.signed(), false))).orElse(this);
        };
    }

    private SenderState with(Outgoing message) {
        TreeMap<Long, Outgoing> next = new TreeMap<>(outgoing);
        next.put(message.nonce(), message);
        while (next.size() > MESSAGES_KEPT && next.firstEntry().getValue().pushed()) {
            next.pollFirstEntry();
        }
        return new SenderState(Math.max(nextNonce, message.nonce() + 1), next);
    }
}

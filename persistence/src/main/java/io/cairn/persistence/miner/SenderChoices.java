package io.cairn.persistence.miner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which address sends what was asked for: a request that is asked again goes to the address that may have signed it before.
 *
 * @param choices oldest first, at most {@link #CHOICES_KEPT}
 */
public record SenderChoices(List<Choice> choices) {
    /** Choices remembered, many more than messages can wait in a node's pool. */
    public static final int CHOICES_KEPT = 5_000;

    /**
     * The address of a request.
     *
     * @param address in text form
     */
    public record Choice(String requestId, String address) {
    }

    public SenderChoices {
        choices = List.copyOf(choices);
    }

    static SenderChoices none() {
        return new SenderChoices(List.of());
    }

    /** The address that was chosen for a request. */
    public Optional<String> of(String requestId) {
        return choices.stream().filter(choice -> choice.requestId().equals(requestId)).map(Choice::address).findFirst();
    }

    SenderChoices with(String requestId, String address) {
        List<Choice> next = new ArrayList<>(without(requestId).choices);
        next.add(new Choice(requestId, address));
        return new SenderChoices(next.subList(Math.max(0, next.size() - CHOICES_KEPT), next.size()));
    }

    SenderChoices without(String requestId) {
        return new SenderChoices(choices.stream().filter(choice -> !choice.requestId().equals(requestId)).toList());
    }
}

package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One step of the head: a tipset left, a tipset taken, or the head at the time of subscribing.
 *
 * <p>Source: lotus: chain/store/store.go (SubHeadChanges).
 *
 * @param type   what happened
 * @param tipset the tipset that it happened to
 */
public record HeadChange(Type type, @JsonProperty("Val") Tipset tipset) {

    /** The kinds of steps. */
    public enum Type {
        /** The head when the channel was opened; always the first value. */
        @JsonProperty("current") CURRENT,
        /** The tipset is no longer part of the chain; from the old head downwards. */
        @JsonProperty("revert") REVERT,
        /** The tipset is now part of the chain; upwards to the new head. */
        @JsonProperty("apply") APPLY
    }
}

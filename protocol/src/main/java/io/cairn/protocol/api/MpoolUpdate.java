package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cairn.protocol.message.SignedMessage;

/** A message entered or left the pool. */
public record MpoolUpdate(Type type, SignedMessage message) {

    /** The kinds of updates, by wire number. */
    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    public enum Type {
        /** The message entered the pool. */
        ADDED,
        /** The message left the pool. */
        REMOVED
    }
}

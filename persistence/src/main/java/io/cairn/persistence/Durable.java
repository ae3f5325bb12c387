package io.cairn.persistence;

/**
 * Marks what is written to the journal or to the snapshot store: events and states.
 *
 * <p>Every implementing record carries a {@code @JsonTypeName} such as {@code deadline.proof-made.v1}. That name, not the
 * class name, is stored beside the bytes, so classes may move; the name never changes meaning.
 */
public interface Durable {
}

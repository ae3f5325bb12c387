package io.cairn.actors;

/** Marks messages between entities that may live on different machines; they travel as CBOR. */
public interface Wire {
}

package io.cairn.protocol.address;

/** The kind of an address; its ordinal is the first byte of the binary form. */
public enum Protocol {
    /** A number assigned by the init actor. */
    ID,
    /** BLAKE2b-160 of an uncompressed secp256k1 public key. */
    SECP256K1,
    /** BLAKE2b-160 of an actor's creation data. */
    ACTOR,
    /** A compressed BLS public key of 48 bytes. */
    BLS,
    /** A namespace (the managing actor's id) and a subaddress of at most 54 bytes. */
    DELEGATED
}

package io.cairn.persistence.sector;

/** What kind of thing went wrong; it decides what is done about it. */
public enum FailureClass {
    /** The world was not there: try again. */
    TRANSIENT,
    /** Bytes are wrong or gone: some stages are done again. */
    DATA,
    /** The chain refused or changed its mind. */
    CHAIN,
    /** Nothing can be done. */
    FATAL
}

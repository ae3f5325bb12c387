package io.cairn.persistence.sector;

/** What a sector was made for. */
public enum SectorKind {
    /** Committed capacity: no data. */
    CAPACITY,
    /** Client data. */
    DEAL
}

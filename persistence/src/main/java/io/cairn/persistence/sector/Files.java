package io.cairn.persistence.sector;

/** How far the files of a proven sector are, in order. */
public enum Files {
    LAYERS, FINALIZED, STORED
}

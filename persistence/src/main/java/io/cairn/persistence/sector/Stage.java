package io.cairn.persistence.sector;

/** Work that a sector hands to workers. */
public enum Stage {
    LAYERS, DATA_TREE, TREES, PROOF, FINALIZE, STORE
}

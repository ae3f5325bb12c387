package io.cairn.persistence.sector;

/** How far the files of a sector are, in order. */
public enum Seal {
    NEW, PACKED, LAYERED, DATA_TREE, SEALED
}

package io.cairn.persistence.deadline;

/** How far the declaration of recovered sectors for a window is. */
public enum Recovery {
    NONE, DECLARING, DECLARED
}

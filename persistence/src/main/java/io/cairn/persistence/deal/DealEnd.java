package io.cairn.persistence.deal;

/** How a deal ended. */
public enum DealEnd {
    EXPIRED, SLASHED, FAILED, CANCELLED
}

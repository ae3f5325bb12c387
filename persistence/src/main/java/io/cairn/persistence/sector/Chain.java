package io.cairn.persistence.sector;

/** How far a sector is on chain, in order. */
public enum Chain {
    NONE, PRECOMMIT_QUEUED, PRECOMMIT_SENT, PRECOMMITTED, SEEDED, PROVED, COMMIT_QUEUED, COMMIT_SENT, ACTIVE, EXPIRED, TERMINATED
}

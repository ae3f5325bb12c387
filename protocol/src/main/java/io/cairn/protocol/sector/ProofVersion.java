package io.cairn.protocol.sector;

/** Version of the rules that proofs follow (rust-fil-proofs: storage-proofs-core/src/api_version.rs). */
public enum ProofVersion {
    /** Biased parents and position-dependent window challenges. */
    V1_0_0,
    /** Corrected parents. */
    V1_1_0,
    /** Window challenges that do not depend on a sector's position; the optional features. */
    V1_2_0;

    /** Whether this version is the given one or a later one. */
    public boolean atLeast(ProofVersion other) {
        return compareTo(other) >= 0;
    }
}

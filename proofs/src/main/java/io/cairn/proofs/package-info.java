/**
 * Proofs for a storage provider: {@link Sealing}, {@link SpaceTime}, {@link Updating} and {@link Aggregation} are all that other modules need to make
 * and verify them, {@link SectorCheck} finds what is damaged, {@link MemoryBudget} says how much fits at a time. Who computes when stands in
 * {@link io.cairn.proofs.dispatch}.
 */
package io.cairn.proofs;

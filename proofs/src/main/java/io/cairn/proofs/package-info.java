/**
 * Proofs for a storage provider: {@link Sealing}, {@link SpaceTime}, {@link Updating} and {@link Aggregation} are all that other modules need to make
 * and verify them, {@link SectorCheck} finds what is damaged. What long work has in common is here too: {@link Workers} share it, {@link Progress} hears
 * of it and cancels it, {@link MemoryBudget} says how much of it fits.
 */
package io.cairn.proofs;

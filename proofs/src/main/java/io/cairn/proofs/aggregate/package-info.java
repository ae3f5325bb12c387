/**
 * Many Groth16 proofs in one (SnarkPack, FIP-0013; bellperson: src/groth16/aggregate). {@link io.cairn.proofs.aggregate.Aggregator} makes what
 * {@link io.cairn.proofs.aggregate.AggregateVerifier} checks, over an {@link io.cairn.proofs.aggregate.InnerProductSrs}.
 */
package io.cairn.proofs.aggregate;

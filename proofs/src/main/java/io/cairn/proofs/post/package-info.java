/**
 * Space-time proofs before the SNARK: the cut into proof partitions, the openings of a sector and their check.
 */
package io.cairn.proofs.post;

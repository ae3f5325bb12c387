/**
 * Looking for damage in a stored sector by hashing its files anew. {@link io.cairn.proofs.SectorCheck} is the face.
 */
package io.cairn.proofs.check;

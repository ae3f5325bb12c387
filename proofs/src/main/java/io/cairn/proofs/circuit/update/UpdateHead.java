package io.cairn.proofs.circuit.update;

/**
 * What all challenges of an update circuit share, in variables and literals.
 *
 * @param drawn         random bits of each challenge, least significant first
 * @param partitionBits the partition's number
 * @param selector      one literal for each number of high bits that a factor may depend on, one of them true
 * @param phi           what the factors are derived from
 * @param rootOld       root of the old replica's tree
 * @param rootNew       root of the new replica's tree
 * @param apexLeaves    the row of the data tree that the challenges' paths end at
 */
record UpdateHead(int[][] drawn, int[] partitionBits, int[] selector, int phi, int rootOld, int rootNew, int[] apexLeaves) {
}

package io.cairn.node.bench;

/**
 * What was measured.
 *
 * @param cores          cores that the parallel kernels used
 * @param pieceBytes     bytes of a piece a second, one core
 * @param labels         labels of layers after the first a second, one core
 * @param batchLabels    the same of as many sectors as are labelled together, all of them counted, one core
 * @param dataNodes      SHA-256 nodes of data trees a second, all cores
 * @param columns        Poseidon hashes of eleven labels a second, all cores
 * @param treeNodes      Poseidon hashes of eight nodes a second, all cores
 * @param proofLog2      binary logarithm of the rows and points that the prover's parts were measured with
 * @param quotient       seconds of one quotient polynomial, all cores
 * @param pointsG1       products summed a second in G1, all cores
 * @param pointsG2       products summed a second in G2, all cores
 */
record Rates(int cores, double pieceBytes, double labels, double batchLabels, double dataNodes, double columns, double treeNodes, int proofLog2, double quotient,
             double pointsG1, double pointsG2) {
}

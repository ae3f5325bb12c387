/**
 * The circuit of an update of a replica, which derives its challenges itself.
 */
package io.cairn.proofs.circuit.update;

/**
 * The circuits of window and winning proofs, which differ in numbers alone.
 */
package io.cairn.proofs.circuit.post;

/**
 * Judges of known answers, one for each kind of file: what {@code ./cairn conformance} and the tests run. They are found as services.
 */
package io.cairn.proofs.conformance;

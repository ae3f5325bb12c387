/**
 * Who computes when: {@link io.cairn.proofs.dispatch.ProofDispatcher} lends a process's cores to its computations by
 * {@link io.cairn.proofs.dispatch.Priority}. Of the other packages it knows none but {@link io.cairn.proofs.Workers} and
 * {@link io.cairn.proofs.Progress}.
 *
 * <p>A lane here is the queue of one priority, not that of vectors in {@link io.cairn.proofs.field}.
 */
package io.cairn.proofs.dispatch;

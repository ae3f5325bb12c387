/**
 * Who computes when: {@link io.cairn.proofs.dispatch.ProofDispatcher} lends a process's cores to its computations by
 * {@link io.cairn.proofs.dispatch.Priority}. Every long computation is written against {@link io.cairn.proofs.dispatch.Workers}, who share its loops, and
 * {@link io.cairn.proofs.dispatch.Progress}, who hears of it and cancels it. It knows no other package of proofs.
 *
 * <p>A lane here is the queue of one priority, not that of vectors in {@link io.cairn.proofs.field}.
 */
package io.cairn.proofs.dispatch;

package io.cairn.node.run;

import io.cairn.actors.chain.ChainSector;
import io.cairn.actors.ports.SealingFailure;
import io.cairn.actors.ports.SealingTasks;
import io.cairn.actors.ports.WindowProver;
import io.cairn.devnet.verification.LibraryVerifier;
import io.cairn.devnet.vm.ProofVerifier;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.protocol.cid.Cid;
import java.util.List;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Fakes of the SNARKs alone: replicas, trees and commitments are real, the proofs about them are zeros, which the chain of
 * these tests accepts.
 */
final class FakeProofs {

    private static final int PROOF_BYTES = 192;

    private FakeProofs() {}

    /** Takes any proof; what pieces make of a sector is computed. */
    record FakeProofVerifier(LibraryVerifier library) implements ProofVerifier {
        @Override
        public boolean verifySeal(Seal seal) {
            return true;
        }

        @Override
        public boolean verifyWindow(SpaceTime window) {
            return true;
        }

        @Override
        public boolean verifyWinning(SpaceTime winning) {
            return true;
        }

        @Override
        public List<Integer> winningChallenges(int postProof, long miner, byte[] randomness, int sectors) {
            return List.of(0);
        }

        @Override
        public Cid unsealedCid(int sealProof, List<Cid> pieces, List<Long> paddedSizes) {
            return library.unsealedCid(sealProof, pieces, paddedSizes);
        }
    }

    /**
     * Seals for real, but for the proof; while it is stalled no sector gets its layers.
     *
     * @param companies hears how many sectors are labelled together
     */
    record FakeProofSealing(SealingTasks real, AtomicBoolean stalled, Queue<Integer> companies) implements SealingTasks {
        @Override
        public String pieceCommitment(String path, long size, Progress progress) {
            return real.pieceCommitment(path, size, progress);
        }

        @Override
        public String dataCommitment(Job job) {
            return real.dataCommitment(job);
        }

        @Override
        public void layers(Job job, Progress progress) {
            if (stalled.get()) {
                throw new SealingFailure(FailureCode.FETCH_FAILED, "stalled by the test", null);
            }
            real.layers(job, progress);
        }

        @Override
        public List<Job> company(List<Job> waiting) {
            return real.company(waiting);
        }

        @Override
        public void layersTogether(List<Job> company, Progress progress) {
            companies.add(company.size());
            while (stalled.get()) {
                progress.checkCancelled();
                LockSupport.parkNanos(1_000_000);
            }
            real.layersTogether(company, progress);
        }

        @Override
        public String dataTree(Job job, Progress progress) {
            return real.dataTree(job, progress);
        }

        @Override
        public String trees(Job job, Progress progress) {
            return real.trees(job, progress);
        }

        @Override
        public Blob proof(Job job, Progress progress) {
            return Blob.of(new byte[PROOF_BYTES]);
        }

        @Override
        public void finish(Job job, Progress progress) {
            real.finish(job, progress);
        }

        @Override
        public void tidy(Job job) {
            real.tidy(job);
        }

        @Override
        public void store(Job job, Progress progress) {
            real.store(job, progress);
        }

        @Override
        public void remove(Job job) {
            real.remove(job);
        }
    }

    /** Proves windows with zeros. */
    static final class FakeProofWindowProver implements WindowProver {
        @Override
        public Result prove(Task task, Progress progress) {
            return new Made(Blob.of(new byte[PROOF_BYTES]));
        }

        @Override
        public boolean verify(Task task, Blob proof) {
            return true;
        }

        @Override
        public SortedSet<Long> readable(long miner, int proofType, List<ChainSector> sectors, Progress progress) {
            TreeSet<Long> all = new TreeSet<>();
            sectors.forEach(sector -> all.add(sector.number()));
            return all;
        }
    }
}

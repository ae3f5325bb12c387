package io.cairn.proofs;

import io.cairn.proofs.challenge.SealChallenges;
import io.cairn.proofs.challenge.SyntheticChallenges;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.porep.PorepWitness;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.Prover;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.porep.PorepProver;
import io.cairn.proofs.porep.PorepVerifier;
import io.cairn.proofs.porep.SyntheticProofs;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SealFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The two commit phases (rust-fil-proofs: filecoin-proofs/src/api/seal.rs). */
final class SealProver {

    private final ParameterStore parameters;
    private final Workers workers;
    private final SecureRandom random = new SecureRandom();

    SealProver(ParameterStore parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    CommitOutput vanilla(SealRequest request, byte[] seed, SealCommitments commitments, SectorFiles files, Progress progress)
            throws IOException {
        byte[] commR = Commitment.require("comm_r", commitments.commR());
        byte[] commD = Commitment.require("comm_d", commitments.commD());
        Commitment.requireLength("seed", seed);
        CacheFolder cache = new CacheFolder(files.cache(), request.shape());
        StackedGraph graph = SealVerifier.graph(request.type());
        byte[] replicaId = request.spec().replicaId(commD);
        SealChallenges challenges = new SealChallenges(request.type(), replicaId, commR, seed);
        PorepVerifier verifier = new PorepVerifier(request.shape(), graph, replicaId, commD, commR);
        List<List<ChallengeProof>> partitions = new ArrayList<>();
        Shares shares = new Shares(progress, challenges.partitions() * Shares.FINE);
        if (madeAhead(request.type(), cache)) {
            for (int k = 0; k < challenges.partitions(); k++) {
                partitions.add(readAhead(cache, challenges, verifier, k));
            }
            return new CommitOutput(request.type(), partitions, commR, commD, replicaId, seed, request.ticket());
        }
        try (PorepProver prover = PorepProver.open(cache, graph, files.replica())) {
            for (int k = 0; k < challenges.partitions(); k++) {
                partitions.add(partition(prover, verifier, challenges.of(k), shares.next(Shares.FINE)));
            }
        }
        return new CommitOutput(request.type(), partitions, commR, commD, replicaId, seed, request.ticket());
    }

    /** Whether the proofs of all challenges that any seed may select are in a file: layers and trees may be gone then. */
    static boolean madeAhead(RegisteredSealProof type, CacheFolder cache) {
        return type.feature() == SealFeature.SYNTHETIC && Files.exists(cache.syntheticProofs());
    }

    private static List<ChallengeProof> readAhead(CacheFolder cache, SealChallenges challenges, PorepVerifier verifier, int partition)
            throws IOException {
        List<ChallengeProof> proofs = new ArrayList<>();
        try (SyntheticProofs file = SyntheticProofs.open(cache.syntheticProofs(), cache.shape())) {
            for (int index : challenges.syntheticIndexes(partition)) {
                proofs.add(file.proof(index));
            }
        }
        return verified(proofs, challenges.of(partition), verifier, cache.syntheticProofs() + " is damaged or of another sector");
    }

    void makeAhead(SealRequest request, SealCommitments commitments, SectorFiles files, Progress progress) throws IOException {
        if (request.type().feature() != SealFeature.SYNTHETIC) {
            throw new IllegalArgumentException("proof type: " + request.type() + ", expected a synthetic one");
        }
        SectorShape shape = request.shape();
        CacheFolder cache = new CacheFolder(files.cache(), shape);
        StackedGraph graph = SealVerifier.graph(request.type());
        byte[] replicaId = request.spec().replicaId(commitments.commD());
        SyntheticChallenges challenges = new SyntheticChallenges(shape.nodes(), shape.syntheticChallenges(), replicaId, commitments.commR());
        PorepVerifier verifier = new PorepVerifier(shape, graph, replicaId, commitments.commD(), commitments.commR());
        try (PorepProver prover = PorepProver.open(cache, graph, files.replica())) {
            SyntheticProofs.write(cache.syntheticProofs(), shape, challenges.all(), prover, verifier, workers, progress);
        }
    }

    private static List<ChallengeProof> verified(List<ChallengeProof> proofs, long[] challenges, PorepVerifier verifier, String otherwise) {
        verifier.fault(proofs, challenges).ifPresent(fault -> {
            throw new ProofException("vanilla replication proof: " + fault + "; " + otherwise);
        });
        return proofs;
    }

    private static List<ChallengeProof> partition(PorepProver prover, PorepVerifier verifier, long[] challenges, Progress progress) {
        List<ChallengeProof> proofs = new ArrayList<>(challenges.length);
        for (long challenge : challenges) {
            progress.checkCancelled();
            proofs.add(prover.prove(challenge));
            progress.advanced(proofs.size(), challenges.length);
        }
        return verified(proofs, challenges, verifier, "replica, layers or trees are damaged or of another sector");
    }

    byte[] snark(CommitOutput output, long minerActorId, long sectorNumber, Progress progress) throws IOException {
        RegisteredSealProof type = output.proofType();
        Shares shares = new Shares(progress, 100 * Shares.FINE);
        byte[] proof = partitionProofs(output, shares.next(99 * Shares.FINE));
        if (type.feature() == SealFeature.NON_INTERACTIVE) {
            proof = aggregated(output, sectorNumber, proof, shares.rest());
        }
        SealVerifyInfo info = new SealVerifyInfo(type, minerActorId, sectorNumber, output.ticket(), output.seed(), output.commR(), output.commD(), proof);
        if (!new SealVerifier(parameters).verify(info)) {
            throw new ProofException("replication proof of sector " + sectorNumber + " does not verify: commit output, miner, sector number"
                    + " and parameters do not belong together");
        }
        return proof;
    }

    byte[] partitionProofs(CommitOutput output, Progress progress) throws IOException {
        requireProvable(output);
        Prover prover = parameters.prover(SealVerifier.circuit(output.proofType()), workers);
        List<PorepCircuit> circuits = output.partitions().stream()
                .map(partition -> new PorepCircuit(PorepWitness.of(output.replicaId(), output.commD(), output.commR(), partition))).toList();
        return Proof.listToBytes(prover.prove(circuits, random, progress));
    }

    private byte[] aggregated(CommitOutput output, long sectorNumber, byte[] partitionProofs, Progress progress) throws IOException {
        AggregateSealInfo sector = new AggregateSealInfo(sectorNumber, output.ticket(), output.seed(), output.commR(), output.commD());
        return new Aggregation(parameters, workers).aggregateSeals(output.proofType(), RegisteredAggregationProof.SNARK_PACK_V2, List.of(sector),
                List.of(partitionProofs), progress);
    }

    private static void requireProvable(CommitOutput output) {
        Commitment.require("comm_r", output.commR());
        Commitment.require("comm_d", output.commD());
        if (Arrays.equals(output.seed(), new byte[SectorShape.NODE_BYTES])) {
            throw new IllegalArgumentException("seed: all bytes zero, expected the chain's randomness");
        }
        int partitions = SealVerifier.partitions(output.proofType());
        if (output.partitions().size() != partitions) {
            throw new IllegalArgumentException("commit output: vanilla proofs of " + output.partitions().size() + " partitions, expected " + partitions);
        }
    }
}

package io.cairn.proofs;

import io.cairn.proofs.challenge.PostChallenges;
import io.cairn.proofs.challenge.ProverId;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.Prover;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.post.ChallengedSector;
import io.cairn.proofs.post.FaultySectorException;
import io.cairn.proofs.post.PostPartitions;
import io.cairn.proofs.post.PostProver;
import io.cairn.proofs.post.PostPublicInputs;
import io.cairn.proofs.post.PostSectorProof;
import io.cairn.proofs.post.PostSectorProofCodec;
import io.cairn.proofs.post.PostVerifier;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Space-time proofs: that sectors are still there. Window proofs keep power, winning proofs win blocks
 * (rust-filecoin-proofs-api: src/post.rs).
 *
 * <p>Randomness is given as the chain draws it; its two top bits are cleared here. Sectors are proved in ascending number, each once.
 * Safe for many threads.
 */
public final class SpaceTime {

    /** What reading the sectors and proving take of a whole window proof, about. */
    private static final long READING = Shares.FINE;
    private static final long PROVING = 9 * Shares.FINE;

    private final ParameterStore parameters;
    private final Workers workers;
    private final SecureRandom random = new SecureRandom();

    /** Proves with the parameters of that store, on those threads. */
    public SpaceTime(ParameterStore parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /**
     * Which of a miner's sectors a winning proof must show: positions among its active sectors in ascending number.
     *
     * @param setSize number of active sectors, at least 1
     */
    public long[] winningSectorIndexes(RegisteredPostProof type, byte[] randomness, long setSize, long minerActorId) {
        require(type, RegisteredPostProof.Kind.WINNING);
        return new long[] {PostChallenges.winningSector(ProverId.of(minerActorId), Commitment.masked(randomness), setSize)};
    }

    /** Challenged leaves by sector number; for a winning proof of the one sector given. */
    public SortedMap<Long, long[]> postChallenges(RegisteredPostProof type, byte[] randomness, Collection<Long> sectors) {
        if (sectors.isEmpty()) {
            throw new IllegalArgumentException("sectors: none, expected at least 1");
        }
        SortedMap<Long, byte[]> numbers = new TreeMap<>();
        sectors.forEach(number -> numbers.put(number, new byte[SectorShape.NODE_BYTES]));
        SortedMap<Long, long[]> challenges = new TreeMap<>();
        partitions(type, randomness, numbers).forEach(partition ->
                partition.forEach(sector -> challenges.put(sector.number(), sector.challenges())));
        return challenges;
    }

    /**
     * The vanilla proof of one sector, in the bytes that {@link #windowPost(RegisteredPostProof, byte[], List, Progress)} takes. Needs
     * the sector's files, but no parameters and little time.
     *
     * @param challenges leaves, see {@link #postChallenges}
     * @throws FaultySectorException if the files do not prove the sector
     * @throws IOException           if a file is missing, of a wrong length or unreadable
     */
    public byte[] postVanillaProof(RegisteredPostProof type, PostSector sector, long[] challenges) throws IOException {
        SectorShape shape = SectorShape.of(type.sectorSize());
        return new PostSectorProofCodec(shape).toBytes(vanilla(shape, sector, challenges));
    }

    private static PostSectorProof vanilla(SectorShape shape, PostSector sector, long[] challenges) throws IOException {
        ChallengedSector challenged = new ChallengedSector(sector.number(), Commitment.require("comm_r", sector.commR()), challenges);
        return new PostProver(shape).prove(challenged, sector.files().replica(), sector.files().cache());
    }

    /**
     * A window proof from the sectors' files.
     *
     * @param progress hears of every sector that was read and of the proving, several times a second
     * @return 192 bytes for each proof partition
     * @throws FaultySectorsException if the files of some sectors do not prove them; names all of them
     */
    public byte[] windowPost(RegisteredPostProof type, byte[] randomness, Collection<PostSector> sectors, Progress progress) throws IOException {
        require(type, RegisteredPostProof.Kind.WINDOW);
        SortedMap<Long, PostSector> byNumber = byNumber(sectors);
        List<PostSectorProof> proofs = new ArrayList<>(byNumber.size());
        SortedMap<Long, String> faults = new TreeMap<>();
        SortedMap<Long, long[]> challenges = postChallenges(type, randomness, byNumber.keySet());
        Shares shares = new Shares(progress, READING + PROVING);
        Progress reading = shares.next(READING);
        for (PostSector sector : byNumber.values()) {
            progress.checkCancelled();
            try {
                proofs.add(vanilla(SectorShape.of(type.sectorSize()), sector, challenges.get(sector.number())));
            } catch (FaultySectorException faulty) {
                faults.put(sector.number(), faulty.getMessage());
            }
            reading.advanced(proofs.size() + faults.size(), byNumber.size());
        }
        if (!faults.isEmpty()) {
            throw new FaultySectorsException(List.copyOf(faults.keySet()), String.join("; ", faults.values()));
        }
        return snarks(type, randomness, proofs, shares.next(PROVING));
    }

    /**
     * A window proof from vanilla proofs, one for each sector in any order.
     *
     * @return 192 bytes for each proof partition
     * @throws FaultySectorsException if some of them are wrong; names all of those sectors
     */
    public byte[] windowPost(RegisteredPostProof type, byte[] randomness, List<byte[]> vanillaProofs, Progress progress) throws IOException {
        require(type, RegisteredPostProof.Kind.WINDOW);
        return snarks(type, randomness, read(type, vanillaProofs), progress);
    }

    /** A winning proof from the sector's files, 192 bytes. */
    public byte[] winningPost(RegisteredPostProof type, byte[] randomness, PostSector sector, Progress progress) throws IOException {
        require(type, RegisteredPostProof.Kind.WINNING);
        long[] challenges = postChallenges(type, randomness, List.of(sector.number())).get(sector.number());
        return snarks(type, randomness, List.of(vanilla(SectorShape.of(type.sectorSize()), sector, challenges)), progress);
    }

    /**
     * Whether a window proof is right.
     *
     * @param commRs replica commitments of the distinct sectors, by number
     * @throws IllegalArgumentException if there are no sectors, a commitment is zero or no field element, or the proof is malformed
     */
    public boolean verifyWindowPost(RegisteredPostProof type, byte[] randomness, SortedMap<Long, byte[]> commRs, byte[] proof) throws IOException {
        require(type, RegisteredPostProof.Kind.WINDOW);
        return verify(type, randomness, commRs, proof);
    }

    /**
     * Whether a winning proof is right.
     *
     * @param sectorNumber of the sector at the winning index
     * @param commR        its replica commitment
     * @throws IllegalArgumentException if the commitment is zero or no field element, or the proof is malformed
     */
    public boolean verifyWinningPost(RegisteredPostProof type, byte[] randomness, long sectorNumber, byte[] commR, byte[] proof) throws IOException {
        require(type, RegisteredPostProof.Kind.WINNING);
        return verify(type, randomness, new TreeMap<>(Collections.singletonMap(sectorNumber, commR)), proof);
    }

    private boolean verify(RegisteredPostProof type, byte[] randomness, SortedMap<Long, byte[]> commRs, byte[] proof) throws IOException {
        if (commRs.isEmpty()) {
            throw new IllegalArgumentException("sectors: none, expected at least 1");
        }
        commRs.forEach((number, commR) -> Commitment.require("comm_r of sector " + number, commR));
        List<List<ChallengedSector>> partitions = partitions(type, randomness, commRs);
        List<Proof> proofs = Proof.listFromBytes(proof, partitions.size());
        List<List<Scalar>> inputs = partitions.stream().map(partition -> inputs(type, partition)).toList();
        return parameters.verifier(circuit(type)).verifyBatch(proofs, inputs);
    }

    private byte[] snarks(RegisteredPostProof type, byte[] randomness, List<PostSectorProof> proofs, Progress progress) throws IOException {
        SortedMap<Long, PostSectorProof> byNumber = new TreeMap<>();
        proofs.forEach(proof -> byNumber.putIfAbsent(proof.sectorNumber(), proof));
        SortedMap<Long, byte[]> commRs = new TreeMap<>();
        byNumber.forEach((number, proof) -> commRs.put(number, proof.commR()));
        List<List<ChallengedSector>> partitions = partitions(type, randomness, commRs);
        requireRight(type, partitions, byNumber);
        Prover prover = parameters.prover(circuit(type), workers);
        List<PostCircuit> circuits = partitions.stream()
                .map(partition -> circuit(type, partition.stream().map(sector -> byNumber.get(sector.number())).toList())).toList();
        return Proof.listToBytes(prover.prove(circuits, random, progress));
    }

    private static PostCircuit circuit(RegisteredPostProof type, List<PostSectorProof> sectors) {
        return switch (type.kind()) {
            case WINNING -> PostCircuit.winning(sectors.getFirst());
            case WINDOW -> PostCircuit.window(sectors, SectorShape.of(type.sectorSize()).windowSectors());
        };
    }

    private static void requireRight(RegisteredPostProof type, List<List<ChallengedSector>> partitions, SortedMap<Long, PostSectorProof> proofs) {
        PostVerifier verifier = new PostVerifier(SectorShape.of(type.sectorSize()));
        SortedMap<Long, String> faults = new TreeMap<>();
        partitions.forEach(partition -> partition.forEach(sector ->
                verifier.fault(proofs.get(sector.number()), sector.commR(), sector.challenges())
                        .ifPresent(fault -> faults.put(sector.number(), "sector " + sector.number() + ": " + fault))));
        if (!faults.isEmpty()) {
            throw new FaultySectorsException(List.copyOf(faults.keySet()), String.join("; ", faults.values()));
        }
    }

    private static List<List<ChallengedSector>> partitions(RegisteredPostProof type, byte[] randomness, SortedMap<Long, byte[]> commRs) {
        byte[] masked = Commitment.masked(randomness);
        return switch (type.kind()) {
            case WINDOW -> PostPartitions.window(type, masked, commRs);
            case WINNING -> {
                if (commRs.size() != 1) {
                    throw new IllegalArgumentException("sectors of a winning proof: " + commRs.size() + ", expected 1");
                }
                yield List.of(List.of(PostPartitions.winning(type, masked, commRs.firstKey(), commRs.get(commRs.firstKey()))));
            }
        };
    }

    private static List<Scalar> inputs(RegisteredPostProof type, List<ChallengedSector> partition) {
        return switch (type.kind()) {
            case WINDOW -> PostPublicInputs.window(partition, SectorShape.of(type.sectorSize()).windowSectors());
            case WINNING -> PostPublicInputs.winning(partition.getFirst());
        };
    }

    private static List<PostSectorProof> read(RegisteredPostProof type, List<byte[]> vanillaProofs) {
        if (vanillaProofs.isEmpty()) {
            throw new IllegalArgumentException("vanilla proofs: none, expected at least 1");
        }
        PostSectorProofCodec codec = new PostSectorProofCodec(SectorShape.of(type.sectorSize()));
        return vanillaProofs.stream().map(codec::fromBytes).toList();
    }

    private static SortedMap<Long, PostSector> byNumber(Collection<PostSector> sectors) {
        SortedMap<Long, PostSector> byNumber = new TreeMap<>();
        sectors.forEach(sector -> byNumber.putIfAbsent(sector.number(), sector));
        return byNumber;
    }

    private static ProofCircuit circuit(RegisteredPostProof type) {
        return new ProofCircuit(type.kind() == RegisteredPostProof.Kind.WINDOW ? ProofCircuit.Kind.WINDOW : ProofCircuit.Kind.WINNING, type.sectorSize());
    }

    private static void require(RegisteredPostProof type, RegisteredPostProof.Kind kind) {
        if (type.kind() != kind) {
            throw new IllegalArgumentException("proof type: " + type + ", expected a " + kind + " type");
        }
    }
}

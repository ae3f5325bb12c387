package io.cairn.proofs.circuit.update;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.gadget.Bits;
import io.cairn.proofs.circuit.gadget.MerkleInclusion;
import io.cairn.proofs.circuit.gadget.Numbers;
import io.cairn.proofs.circuit.gadget.PoseidonGadget;
import io.cairn.proofs.circuit.gadget.Rows;
import io.cairn.proofs.circuit.gadget.Sha256TreeHash;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.opening.PathElement;
import io.cairn.proofs.update.UpdateChallengeProof;
import io.cairn.proofs.update.UpdatePartitionProof;
import io.cairn.proofs.update.UpdatePublicInputs;
import io.cairn.proofs.update.UpdateRandomness;
import io.cairn.proofs.update.UpdateShape;
import java.util.Arrays;
import java.util.List;

/** Writes the part of the update circuit before its challenges. */
final class UpdateHeadSynthesis {

    private final UpdateShape shape;
    private final Bits bits;
    private final Numbers numbers;
    private final PoseidonGadget poseidon;
    private final PoseidonGadget randomness;
    private final Sha256TreeHash sha256;
    private final MerkleInclusion dataTree;
    private int[] partitionBits;
    private int[] selector;
    private int phi;
    private int commRNew;
    private int rootOld;
    private int rootNew;
    private int[] apexLeaves;

    UpdateHeadSynthesis(ConstraintSystem system, UpdateShape shape) {
        Rows rows = new Rows(system);
        this.shape = shape;
        this.bits = new Bits(rows);
        this.numbers = new Numbers(rows);
        this.poseidon = new PoseidonGadget(rows);
        this.randomness = new PoseidonGadget(rows, UpdateRandomness.TAG);
        this.sha256 = new Sha256TreeHash(rows);
        this.dataTree = new MerkleInclusion(rows, sha256);
    }

    UpdateHead write(UpdateWitness witness) {
        int partition = partition(witness.partition());
        commitments(witness);
        return new UpdateHead(drawnBits(partition), partitionBits, selector, phi, rootOld, rootNew, apexLeaves);
    }

    /** The first public input, taken apart; answers the partition's number. */
    private int partition(int partition) {
        long value = UpdatePublicInputs.partitionAndSelector(shape, partition);
        int stated = numbers.allocate(Scalar.of(value));
        numbers.makePublic(stated);
        int partitionsLog2 = shape.partitionsLog2();
        int[] both = bits.allocate(value, partitionsLog2 + shape.selectorBits());
        numbers.bindPacked(both, stated);
        partitionBits = Arrays.copyOf(both, partitionsLog2);
        selector = Arrays.copyOfRange(both, partitionsLog2, both.length);
        return numbers.pack(partitionBits);
    }

    private void commitments(UpdateWitness witness) {
        int commROld = allocatePublic(witness.commROld());
        int commDNew = allocatePublic(witness.commDNew());
        commRNew = allocatePublic(witness.commRNew());
        phi = randomness.hash(new int[] {commDNew, commROld});
        UpdatePartitionProof proof = witness.proof();
        UpdateChallengeProof first = proof.challenges().getFirst();
        int commC = numbers.allocate(proof.commC());
        rootOld = numbers.allocate(first.oldReplica().root());
        rootNew = numbers.allocate(first.newReplica().root());
        apexLeaves = proof.apexLeaves().stream().mapToInt(numbers::allocate).toArray();
        List<PathElement> path = first.newData().basePath();
        List<int[]> partitionPath = dataTree.allocate(path.subList(shape.randomBits(), path.size()));
        numbers.equal(poseidon.hash(new int[] {commC, rootOld}), commROld);
        numbers.equal(poseidon.hash(new int[] {commC, rootNew}), commRNew);
        dataTree.include(apexRoot(), partitionBits, partitionPath, commDNew);
    }

    private int apexRoot() {
        int[] row = apexLeaves;
        while (row.length > 1) {
            int[] parents = new int[row.length / 2];
            for (int i = 0; i < parents.length; i++) {
                parents[i] = sha256.hash(new int[] {row[2 * i], row[2 * i + 1]});
            }
            row = parents;
        }
        return row[0];
    }

    /** The random bits of every challenge. */
    private int[][] drawnBits(int partition) {
        int[][] drawn = new int[shape.challenges()][];
        int length = shape.randomBits();
        int[] digest = {};
        for (int i = 0; i < drawn.length; i++) {
            int inDigest = i % shape.challengesPerDigest();
            if (inDigest == 0) {
                int index = numbers.linear(shape.digests(), partition, i / shape.challengesPerDigest());
                digest = numbers.toPackedBits(randomness.hash(new int[] {commRNew, index}));
            }
            drawn[i] = Arrays.copyOfRange(digest, inDigest * length, (inDigest + 1) * length);
        }
        return drawn;
    }

    private int allocatePublic(byte[] value) {
        int number = numbers.allocate(value);
        numbers.makePublic(number);
        return number;
    }
}

package io.cairn.proofs.circuit.post;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.SectionedCircuit;
import io.cairn.proofs.circuit.TreeShape;
import io.cairn.proofs.circuit.gadget.MerkleInclusion;
import io.cairn.proofs.circuit.gadget.Numbers;
import io.cairn.proofs.circuit.gadget.PoseidonGadget;
import io.cairn.proofs.circuit.gadget.Rows;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.post.PostSectorProof;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One partition of a space-time proof, window or winning; rust-fil-proofs: storage-proofs-post/src/fallback/circuit.rs. A window partition
 * with fewer sectors repeats its last one to the full number; a winning proof is 66 times the same sector with one challenge each. Public
 * inputs of each sector: comm_r, then the challenged leaves.
 */
public final class PostCircuit implements SectionedCircuit {

    private static final byte[] ZERO = new byte[32];

    private final List<PostSectorProof> sectors;
    private final Shape shape;

    private record Shape(List<TreeShape> openings, int sectors) {
    }

    /**
     * The circuit of a partition with its witness.
     *
     * @throws IllegalArgumentException if there is no sector, or the openings of a sector differ in number or shape from the first sector's
     */
    public PostCircuit(List<PostSectorProof> sectors) {
        this.sectors = List.copyOf(sectors);
        if (sectors.isEmpty()) {
            throw new IllegalArgumentException("sectors of a space-time circuit: none, expected at least 1");
        }
        List<TreeShape> shapes = shapes(sectors.getFirst());
        for (PostSectorProof sector : this.sectors) {
            if (!shapes(sector).equals(shapes)) {
                throw new IllegalArgumentException("openings of sector " + Long.toUnsignedString(sector.sectorNumber()) + ": " + shapes(sector)
                        + ", expected " + shapes);
            }
        }
        this.shape = new Shape(shapes, sectors.size());
    }

    private static List<TreeShape> shapes(PostSectorProof sector) {
        return sector.openings().stream().map(TreeShape::of).toList();
    }

    /** The circuit of a window proof partition without a witness. */
    public static PostCircuit blankWindow(SectorShape sector) {
        return blank(TreeShape.ofReplica(sector), sector.windowSectors(), SectorShape.WINDOW_CHALLENGES);
    }

    /** The circuit of a winning proof without a witness. */
    public static PostCircuit blankWinning(SectorShape sector) {
        return blank(TreeShape.ofReplica(sector), SectorShape.WINNING_CHALLENGES, 1);
    }

    /** The circuit for trees of any shape without a witness. */
    public static PostCircuit blank(TreeShape replica, int sectors, int challenges) {
        PostSectorProof sector = new PostSectorProof(0, ZERO, Collections.nCopies(challenges, replica.blankPath()), ZERO, ZERO);
        return new PostCircuit(Collections.nCopies(sectors, sector));
    }

    /** The circuit of a window partition: the last sector is repeated up to {@code sectorCount}. */
    public static PostCircuit window(List<PostSectorProof> sectors, int sectorCount) {
        if (sectors.isEmpty() || sectors.size() > sectorCount) {
            throw new IllegalArgumentException("window partition: " + sectors.size() + " sectors, expected 1 to " + sectorCount);
        }
        List<PostSectorProof> filled = new ArrayList<>(sectors);
        filled.addAll(Collections.nCopies(sectorCount - sectors.size(), sectors.getLast()));
        return new PostCircuit(filled);
    }

    /** The circuit of a winning proof: the sector once for each opening. */
    public static PostCircuit winning(PostSectorProof sector) {
        return new PostCircuit(sector.openings().stream().map(opening -> withOpening(sector, opening)).toList());
    }

    private static PostSectorProof withOpening(PostSectorProof sector, MerkleProof opening) {
        return new PostSectorProof(sector.sectorNumber(), sector.commR(), List.of(opening), sector.commC(), sector.commRLast());
    }

    @Override
    public int sections() {
        return sectors.size();
    }

    @Override
    public Object shape() {
        return shape;
    }

    /** There is nothing that sectors share. */
    @Override
    public Sections head(ConstraintSystem system) {
        return (k, section) -> new Synthesis(section).sector(sectors.get(k));
    }

    private static final class Synthesis {

        private final Numbers numbers;
        private final PoseidonGadget poseidon;
        private final MerkleInclusion tree;

        Synthesis(ConstraintSystem system) {
            Rows rows = new Rows(system);
            this.numbers = new Numbers(rows);
            this.poseidon = new PoseidonGadget(rows);
            this.tree = new MerkleInclusion(rows, poseidon);
        }

        private void sector(PostSectorProof sector) {
            int commRLast = numbers.allocate(sector.commRLast());
            int commC = numbers.allocate(sector.commC());
            int commR = numbers.allocate(sector.commR());
            numbers.makePublic(commR);
            numbers.equal(commR, poseidon.hash(new int[] {commC, commRLast}));
            for (MerkleProof opening : sector.openings()) {
                tree.include(numbers.allocate(opening.leaf()), opening, commRLast);
            }
        }
    }
}

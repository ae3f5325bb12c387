package io.cairn.proofs.conformance;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.TreeShape;
import io.cairn.proofs.circuit.gadget.Bits;
import io.cairn.proofs.circuit.gadget.HashGadget;
import io.cairn.proofs.circuit.gadget.Insertion;
import io.cairn.proofs.circuit.gadget.Literal;
import io.cairn.proofs.circuit.gadget.MerkleInclusion;
import io.cairn.proofs.circuit.gadget.Numbers;
import io.cairn.proofs.circuit.gadget.PoseidonGadget;
import io.cairn.proofs.circuit.gadget.Rows;
import io.cairn.proofs.circuit.gadget.Sha256TreeHash;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.proofs.circuit.update.UpdateCircuit;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.update.UpdateRandomness;
import io.cairn.proofs.update.UpdateShape;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The circuits of the known-answer file by their names there. Small ones come with the file's fixed values. */
final class ReferenceCircuits {

    private ReferenceCircuits() {
    }

    static Optional<Circuit> named(String name) {
        return Optional.ofNullable(switch (name) {
            case "bit" -> system -> new Bits(new Rows(system)).allocate(true);
            case "boolmix" -> ReferenceCircuits::mixedBooleans;
            case "to_bits_le" -> ReferenceCircuits::bitsOfFive;
            case "poseidon-2", "poseidon-4", "poseidon-8", "poseidon-11" -> poseidon(lastNumber(name));
            case "poseidon-md-36" -> poseidon(36);
            case "poseidon-2-custom" -> system -> hash(system, rows -> new PoseidonGadget(rows, UpdateRandomness.TAG), 2, 0);
            case "insert-2", "insert-4", "insert-8" -> system -> insertion(system, lastNumber(name));
            case "sha256-hash2" -> system -> hash(system, Sha256TreeHash::new, 2, 1);
            case "por-poseidon-8-0-0" -> inclusion(PoseidonGadget::new, new TreeShape(8, 2, 0, 0), true);
            case "por-poseidon-8-2-0" -> inclusion(PoseidonGadget::new, new TreeShape(8, 2, 2, 0), true);
            case "por-poseidon-8-4-2" -> inclusion(PoseidonGadget::new, new TreeShape(8, 2, 4, 2), true);
            case "por-poseidon-8-8-0" -> inclusion(PoseidonGadget::new, new TreeShape(8, 2, 8, 0), true);
            case "por-poseidon-8-8-2" -> inclusion(PoseidonGadget::new, new TreeShape(8, 2, 8, 2), true);
            case "por-poseidon-2-0-0" -> inclusion(PoseidonGadget::new, new TreeShape(2, 6, 0, 0), true);
            case "por-poseidon-4-0-0" -> inclusion(PoseidonGadget::new, new TreeShape(4, 3, 0, 0), true);
            case "por-poseidon-8-0-0-private" -> inclusion(PoseidonGadget::new, new TreeShape(8, 2, 0, 0), false);
            case "por-sha256-2-0-0" -> inclusion(Sha256TreeHash::new, new TreeShape(2, 6, 0, 0), true);
            case "stacked-8-0-0-8nodes" -> stacked(3, 0, 0);
            case "stacked-8-4-0-32nodes" -> stacked(5, 4, 0);
            case "stacked-8-4-2-64nodes" -> stacked(6, 4, 2);
            default -> production(name);
        });
    }

    private static Circuit production(String name) {
        String size = name.substring(name.indexOf('-') + 1);
        return switch (name.substring(0, Math.max(0, name.indexOf('-')))) {
            case "porep" -> PorepCircuit.blank(SectorShape.of(bytes(size)));
            case "window" -> PostCircuit.blankWindow(SectorShape.of(bytes(size)));
            case "winning" -> PostCircuit.blankWinning(SectorShape.of(bytes(size)));
            case "update" -> update(bytes(size));
            default -> null;
        };
    }

    /** The recorded circuits of updates have two more sizes than sectors. */
    private static Circuit update(long bytes) {
        UpdateShape shape = UpdateShape.ofNodesLog2(Long.numberOfTrailingZeros(bytes / SectorShape.NODE_BYTES));
        return UpdateCircuit.blank(shape, switch (shape.nodesLog2()) {
            case 5 -> new TreeShape(8, 1, 4, 0);
            case 8 -> new TreeShape(8, 2, 4, 0);
            default -> TreeShape.ofReplica(SectorShape.of(bytes));
        });
    }

    /** Bytes of a size such as 512MiB. */
    private static long bytes(String size) {
        int digits = size.length() - 3;
        int shift = switch (size.substring(digits).toUpperCase(Locale.ROOT)) {
            case "KIB" -> 10;
            case "MIB" -> 20;
            case "GIB" -> 30;
            default -> throw new IllegalArgumentException("sector size: " + size + ", expected KiB, MiB or GiB");
        };
        return Long.parseLong(size.substring(0, digits)) << shift;
    }

    private static int lastNumber(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private static void mixedBooleans(ConstraintSystem system) {
        Bits bits = new Bits(new Rows(system));
        int a = bits.allocate(true);
        int b = bits.allocate(false);
        int x = bits.xor(a, b);
        int y = bits.and(a, Literal.not(b));
        int w = bits.xor(x, Literal.not(y));
        bits.choose(a, b, w);
        bits.majority(a, Literal.not(b), w);
    }

    private static void bitsOfFive(ConstraintSystem system) {
        Numbers numbers = new Numbers(new Rows(system));
        numbers.toBits(numbers.allocate(Scalar.of(5)));
    }

    private static Circuit poseidon(int arity) {
        return system -> hash(system, PoseidonGadget::new, arity, 0);
    }

    private static void hash(ConstraintSystem system, Function<Rows, HashGadget> hash, int arity, int first) {
        Rows rows = new Rows(system);
        hash.apply(rows).hash(counting(new Numbers(rows), arity, first));
    }

    private static int[] counting(Numbers numbers, int count, int first) {
        int[] variables = new int[count];
        for (int i = 0; i < count; i++) {
            variables[i] = numbers.allocate(Scalar.of(first + i));
        }
        return variables;
    }

    private static void insertion(ConstraintSystem system, int size) {
        Rows rows = new Rows(system);
        Numbers numbers = new Numbers(rows);
        Bits bits = new Bits(rows);
        int inserted = numbers.allocate(Scalar.of(100));
        int[] position = new int[Integer.numberOfTrailingZeros(size)];
        for (int i = 0; i < position.length; i++) {
            position[i] = bits.allocate(i % 2 == 0);
        }
        new Insertion(rows).insert(inserted, position, counting(numbers, size - 1, 7));
    }

    private static Circuit inclusion(Function<Rows, HashGadget> hash, TreeShape shape, boolean publicRoot) {
        return system -> {
            Rows rows = new Rows(system);
            Numbers numbers = new Numbers(rows);
            int leaf = numbers.allocate(Scalar.ZERO);
            int computed = new MerkleInclusion(rows, hash.apply(rows)).climb(leaf, shape.blankPath());
            int root = numbers.allocate(Scalar.ZERO);
            numbers.equal(computed, root);
            if (publicRoot) {
                numbers.makePublic(root);
            }
        };
    }

    private static Circuit stacked(int nodesLog2, int subArity, int topArity) {
        return PorepCircuit.blank(new TreeShape(2, nodesLog2, 0, 0), new TreeShape(8, 1, subArity, topArity), 2, 1);
    }
}

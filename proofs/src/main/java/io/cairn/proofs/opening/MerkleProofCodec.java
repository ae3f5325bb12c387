package io.cairn.proofs.opening;

import io.cairn.proofs.bincode.BincodeException;
import io.cairn.proofs.bincode.BincodeReader;
import io.cairn.proofs.bincode.BincodeWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Merkle proofs in bincode: the variant's number, then for a single tree root, leaf and path, for stacked trees their paths, root and
 * leaf (rust-fil-proofs: storage-proofs-core/src/merkle/proof.rs).
 *
 * @param arity    of the base tree
 * @param length   path elements in the base tree
 * @param subArity 0 without a sub tree
 * @param topArity 0 without a top tree
 */
public record MerkleProofCodec(int arity, int length, int subArity, int topArity) {

    /** Appends the proof, which must have this shape. */
    public void write(MerkleProof proof, BincodeWriter out) {
        if (!proof.hasShape(arity, length, subArity, topArity)) {
            throw new IllegalArgumentException("Merkle proof: shape differs from " + this);
        }
        out.int32(proof.upperPath().size());
        if (proof.upperPath().isEmpty()) {
            out.raw(proof.root()).raw(proof.leaf());
            path(proof.basePath(), out);
            return;
        }
        path(proof.basePath(), out);
        proof.upperPath().forEach(element -> path(List.of(element), out));
        out.raw(proof.root()).raw(proof.leaf());
    }

    /** Reads a proof; anything but this shape is a {@link BincodeException}. */
    public MerkleProof read(String field, BincodeReader in) {
        int variant = in.int32(field + " variant");
        int expected = (subArity > 0 ? 1 : 0) + (topArity > 0 ? 1 : 0);
        if (variant != expected) {
            throw new BincodeException(field + " variant: " + variant + ", expected " + expected);
        }
        if (variant == 0) {
            byte[] root = in.node(field + " root");
            byte[] leaf = in.node(field + " leaf");
            return MerkleProof.single(root, leaf, path(field + " path", in, length, arity));
        }
        List<PathElement> base = path(field + " base path", in, length, arity);
        List<PathElement> upper = new ArrayList<>(path(field + " sub path", in, 1, subArity));
        if (variant == 2) {
            upper.addAll(path(field + " top path", in, 1, topArity));
        }
        return new MerkleProof(in.node(field + " root"), in.node(field + " leaf"), base, upper);
    }

    private static void path(List<PathElement> path, BincodeWriter out) {
        out.int64(path.size());
        for (PathElement element : path) {
            out.int64(element.siblings().size());
            element.siblings().forEach(out::raw);
            out.int64(element.index());
        }
    }

    private static List<PathElement> path(String field, BincodeReader in, int length, int arity) {
        in.count(field + " length", length, length);
        List<PathElement> path = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            int siblings = in.count(field + " siblings", arity - 1, arity - 1);
            List<byte[]> nodes = new ArrayList<>(siblings);
            for (int j = 0; j < siblings; j++) {
                nodes.add(in.node(field + " sibling"));
            }
            path.add(new PathElement(nodes, in.count(field + " index", 0, arity - 1)));
        }
        return path;
    }
}

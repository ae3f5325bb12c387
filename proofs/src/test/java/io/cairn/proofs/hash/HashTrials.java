package io.cairn.proofs.hash;

import io.cairn.proofs.KernelTrial;
import java.util.List;
import java.util.stream.Stream;

/** Hashes of nodes at work. */
public final class HashTrials {

    private static final int NODE = 32;

    private HashTrials() {
    }

    /** All of them. */
    public static List<KernelTrial> all() {
        return Stream.concat(Stream.of(trial("SHA-256 of pairs", 1024, Sha256Nodes.INSTANCE)),
                Stream.of(2, 4, 8, 11).map(arity -> trial("Poseidon of " + arity, 64, Poseidon.ofArity(arity)))).toList();
    }

    private static KernelTrial trial(String kernel, int size, ParentHasher hasher) {
        return KernelTrial.of(kernel, size, count -> {
            byte[] children = new byte[count * hasher.arity() * NODE];
            byte[] parents = new byte[count * NODE];
            return () -> hasher.parents(children, parents, count);
        });
    }
}

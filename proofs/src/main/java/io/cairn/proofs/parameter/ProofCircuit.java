package io.cairn.proofs.parameter;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.protocol.sector.SectorSize;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A circuit that has parameters of its own, and the name under which they are published
 * (rust-fil-proofs: storage-proofs-core/src/parameter_cache.rs).
 *
 * @param kind what is proved
 * @param size size of the sectors
 */
public record ProofCircuit(Kind kind, SectorSize size) {

    private static final String VERSION = "v28-";

    /** What a circuit proves. */
    public enum Kind {
        /** That a replica was made of its data. */
        REPLICATION,
        /** That many sectors are still there. */
        WINDOW,
        /** That one sector is still there. */
        WINNING
    }

    /** File name of the proving parameters. */
    public String parametersFile() {
        return baseName() + ".params";
    }

    /** File name of the verifying key. */
    public String keyFile() {
        return baseName() + ".vk";
    }

    /** Public inputs of the circuit, without the constant one. */
    public int inputs() {
        SectorShape shape = SectorShape.of(size);
        return switch (kind) {
            case REPLICATION -> 3 + 18 * shape.porepChallengesPerPartition();
            case WINDOW -> shape.windowSectors() * (1 + SectorShape.WINDOW_CHALLENGES);
            case WINNING -> 2 * SectorShape.WINNING_CHALLENGES;
        };
    }

    /** The circuit without a witness. */
    public Circuit blank() {
        SectorShape shape = SectorShape.of(size);
        return switch (kind) {
            case REPLICATION -> PorepCircuit.blank(shape);
            case WINDOW -> PostCircuit.blankWindow(shape);
            case WINNING -> PostCircuit.blankWinning(shape);
        };
    }

    private String baseName() {
        String tree = treeName();
        return VERSION + switch (kind) {
            case REPLICATION -> "stacked-proof-of-replication-" + tree + "-sha256_hasher";
            case WINDOW, WINNING -> "proof-of-spacetime-fallback-" + tree;
        } + "-" + sha256(identifier(tree));
    }

    private String treeName() {
        SectorShape shape = SectorShape.of(size);
        return "merkletree-poseidon_hasher-" + SectorShape.BASE_ARITY + "-" + shape.subTreeArity() + "-" + shape.topTreeArity();
    }

    private String identifier(String tree) {
        SectorShape shape = SectorShape.of(size);
        return switch (kind) {
            case REPLICATION -> "layered_drgporep::PublicParams{ graph: stacked_graph::StackedGraph{expansion_degree: 8 "
                    + "base_graph: drgraph::BucketGraph{size: " + shape.nodes() + "; degree: 6; hasher: poseidon_hasher} }, "
                    + "challenges: LayerChallenges { layers: " + shape.layers() + ", max_count: " + shape.porepChallengesPerPartition()
                    + " }, tree: " + tree + " }";
            case WINDOW -> fallback(SectorShape.WINDOW_CHALLENGES, shape.windowSectors());
            case WINNING -> fallback(1, SectorShape.WINNING_CHALLENGES);
        };
    }

    private String fallback(int challenges, int sectors) {
        return "FallbackPoSt::PublicParams{sector_size: " + size.bytes() + ", challenge_count: " + challenges + ", sector_count: " + sectors + "}";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

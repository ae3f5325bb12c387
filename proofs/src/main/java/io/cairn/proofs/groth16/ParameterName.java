package io.cairn.proofs.groth16;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.hash.Sha256Nodes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The name under which the parameters of a circuit are published and looked for (rust-fil-proofs: storage-proofs-core/src/parameter_cache.rs): the circuit's kind and the
 * SHA-256 of a text that states all that its rows depend on.
 *
 * @param text the name without an extension
 */
public record ParameterName(String text) {

    private static final String VERSION = "v28";
    private static final int DEGREE = 6;
    private static final int EXPANSION = 8;

    /** Of the replication circuit. */
    public static ParameterName replication(SectorShape sector) {
        String graph = "stacked_graph::StackedGraph{expansion_degree: " + EXPANSION + " base_graph: drgraph::BucketGraph{size: " + sector.nodes()
                + "; degree: " + DEGREE + "; hasher: poseidon_hasher} }";
        String challenges = "LayerChallenges { layers: " + sector.layers() + ", max_count: " + sector.porepChallengesPerPartition() + " }";
        return of("stacked-proof-of-replication-" + tree(sector) + "-sha256_hasher",
                "layered_drgporep::PublicParams{ graph: " + graph + ", challenges: " + challenges + ", tree: " + tree(sector) + " }");
    }

    /** Of the window space-time circuit. */
    public static ParameterName window(SectorShape sector) {
        return spaceTime(sector, SectorShape.WINDOW_CHALLENGES, sector.windowSectors());
    }

    /** Of the winning space-time circuit. */
    public static ParameterName winning(SectorShape sector) {
        return spaceTime(sector, 1, SectorShape.WINNING_CHALLENGES);
    }

    private static ParameterName spaceTime(SectorShape sector, int challenges, int sectors) {
        return of("proof-of-spacetime-fallback-" + tree(sector), "FallbackPoSt::PublicParams{sector_size: " + sector.sectorBytes()
                + ", challenge_count: " + challenges + ", sector_count: " + sectors + "}");
    }

    /** Of the empty sector update circuit. */
    public static ParameterName update(SectorShape sector) {
        return of("empty-sector-update-" + tree(sector), "empty_sector_update::PublicParams{ sector_nodes: " + sector.nodes() + " }");
    }

    private static String tree(SectorShape sector) {
        return "merkletree-poseidon_hasher-" + SectorShape.BASE_ARITY + "-" + sector.subTreeArity() + "-" + sector.topTreeArity();
    }

    private static ParameterName of(String prefix, String identifier) {
        byte[] digest = Sha256Nodes.newDigest().digest(identifier.getBytes(StandardCharsets.US_ASCII));
        return new ParameterName(VERSION + "-" + prefix + "-" + HexFormat.of().formatHex(digest));
    }

    /** The parameter file in a folder. */
    public Path parameters(Path folder) {
        return folder.resolve(text + ".params");
    }

    /** The verifying key's file in a folder. */
    public Path verifyingKey(Path folder) {
        return folder.resolve(text + ".vk");
    }
}

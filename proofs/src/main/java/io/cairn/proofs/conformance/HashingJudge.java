package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.graph.GraphVersion;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.hash.ParentHasher;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.piece.DataCommitment;
import io.cairn.proofs.piece.PieceAlignment;
import io.cairn.proofs.seal.PersistentAux;
import io.cairn.proofs.seal.ReplicaKey;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Judges the numbers that tests of the reference hard-code: Poseidon digests, labels, pieces, commitments, a decoded sector. */
public final class HashingJudge implements Judge {

    private static final int LABEL_LAYERS = 11;

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("sdr_last_label") && file.has("poseidon");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        poseidon(file.get("poseidon"), verdicts);
        pieces(file.get("pieces"), verdicts);
        replicaCommitment(file.get("comm_r"), verdicts);
        decoding(file.get("sdr_decode"), verdicts);
        for (JsonNode label : file.get("sdr_last_label").get("cases")) {
            lastLabel(label, verdicts);
        }
    }

    private static void poseidon(JsonNode expected, Verdicts verdicts) {
        try (Case one = new Case("Poseidon digests", verdicts)) {
            for (Map.Entry<String, JsonNode> digest : expected.get("digest_le").properties()) {
                int arity = Integer.parseInt(digest.getKey());
                List<Scalar> inputs = LongStream.range(0, arity).mapToObj(Scalar::of).toList();
                one.equal("arity " + arity, digest.getValue(), Poseidon.ofArity(arity).hash(inputs).toBytes());
            }
            List<byte[]> inputs = new ArrayList<>();
            expected.get("curio_arity8").get("inputs_le")
                    .forEach(input -> inputs.add(HexFormat.of().parseHex(input.textValue())));
            one.equal(expected.get("curio_arity8"), "digest_le", Poseidon.ofArity(8).hash(inputs.toArray(byte[][]::new)));
        }
    }

    private static void pieces(JsonNode expected, Verdicts verdicts) {
        try (Case one = new Case("pieces", verdicts)) {
            for (Map.Entry<String, JsonNode> empty : expected.get("comm_d_of_empty_piece_list").properties()) {
                one.equal("commD of no pieces in " + empty.getKey(), empty.getValue(),
                        DataCommitment.of(List.of(), Long.parseLong(empty.getKey())));
            }
            for (JsonNode row : expected.get("piece_alignment [bytes already in sector, piece bytes, left, right]")) {
                PieceAlignment alignment = PieceAlignment.of(row.get(0).longValue(), row.get(1).longValue());
                one.equal("alignment " + row, row, row.get(0).longValue(), row.get(1).longValue(), alignment.left(),
                        alignment.right());
            }
        }
    }

    private static void replicaCommitment(JsonNode expected, Verdicts verdicts) {
        try (Case one = new Case("replica commitment", verdicts)) {
            one.equal(expected, "comm_r",
                    new PersistentAux(Case.bytes(expected, "comm_c"), Case.bytes(expected, "comm_r_last")).commR());
        }
    }

    private static void decoding(JsonNode expected, Verdicts verdicts) {
        try (Case one = new Case("decoding of a real sector", verdicts)) {
            byte[] sealed = Base64.getDecoder().decode(expected.get("sealed_base64").textValue());
            byte[] key = Base64.getDecoder().decode(expected.get("key_base64").textValue());
            byte[] unsealed = Base64.getDecoder().decode(expected.get("unsealed_base64").textValue());
            int nodes = sealed.length / SectorShape.NODE_BYTES;
            byte[] data = ReplicaKey.decode(sealed, key, nodes);
            HexFormat hex = HexFormat.of();
            one.equal("unsealed", hex.formatHex(unsealed, 0, sealed.length), hex.formatHex(data));
            one.equal(expected, "computed_comm_d", treeRoot(data, Sha256Nodes.INSTANCE));
            one.equal(expected, "computed_comm_r_last", treeRoot(sealed, Poseidon.ofArity(8)));
        }
    }

    private static byte[] treeRoot(byte[] leaves, ParentHasher hasher) {
        byte[] row = leaves;
        while (row.length > SectorShape.NODE_BYTES) {
            byte[] above = new byte[row.length / hasher.arity()];
            hasher.parents(row, above, above.length / SectorShape.NODE_BYTES);
            row = above;
        }
        return row;
    }

    private static void lastLabel(JsonNode expected, Verdicts verdicts) {
        long nodes = expected.get("sector_bytes").longValue() / SectorShape.NODE_BYTES;
        GraphVersion version = expected.get("api_version").textValue().equals("V1_0_0")
                ? GraphVersion.LEGACY
                : GraphVersion.CURRENT;
        StackedGraph graph = new StackedGraph(nodes, Case.bytes(expected, "porep_id"), version);
        byte[] replicaId = HexFormat.of().parseHex("09".repeat(SectorShape.NODE_BYTES));
        String name = "last label of " + nodes + " nodes, " + version;
        try (Case one = new Case(name, verdicts)) {
            Path directory = Files.createTempDirectory("cairn-labels-");
            try {
                Path layer = new ReplicaKey(replicaId, graph, Workers.CALLER).make(directory, LABEL_LAYERS, Progress.NONE);
                one.equal(expected, "label", FileFacts.node(layer, nodes - 1));
                Files.delete(layer);
            } finally {
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}

package io.cairn.proofs.porep;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.PathElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The parts of one challenge proof out of its JSON; errors name the path of the field. */
final class CommitJsonFields {

    private static final int MOST_PATH_ELEMENTS = 64;

    private CommitJsonFields() {
    }

    static ChallengeProof challenge(String at, JsonNode json) {
        String columnsAt = at + ".replica_column_proofs";
        JsonNode columns = field(at, json, "replica_column_proofs");
        return new ChallengeProof(
                merkle(at + ".comm_d_proofs", field(at, json, "comm_d_proofs")),
                merkle(at + ".comm_r_last_proof", field(at, json, "comm_r_last_proof")),
                column(columnsAt + ".c_x", field(columnsAt, columns, "c_x")),
                list(columnsAt, columns, "drg_parents", CommitJsonFields::column),
                list(columnsAt, columns, "exp_parents", CommitJsonFields::column),
                list(at, json, "labeling_proofs", CommitJsonFields::labeling),
                labeling(at + ".encoding_proof", field(at, json, "encoding_proof")));
    }

    private static ColumnProof column(String at, JsonNode json) {
        JsonNode column = field(at, json, "column");
        return new ColumnProof(number(at + ".column.index", field(at, column, "index"), 0xffff_ffffL),
                list(at + ".column", column, "rows", CommitJsonFields::bytes),
                merkle(at + ".inclusion_proof", field(at, json, "inclusion_proof")));
    }

    private static LabelingProof labeling(String at, JsonNode json) {
        return new LabelingProof(list(at, json, "parents", CommitJsonFields::bytes),
                (int) number(at + ".layer_index", field(at, json, "layer_index"), Integer.MAX_VALUE),
                number(at + ".node", field(at, json, "node"), Long.MAX_VALUE));
    }

    private static MerkleProof merkle(String at, JsonNode json) {
        JsonNode data = field(at, json, "data");
        if (data.size() != 1) {
            throw new CommitJsonException(at + ".data: " + data.size() + " fields, expected one of Single, Sub, Top");
        }
        Map.Entry<String, JsonNode> variant = data.properties().iterator().next();
        String inner = at + ".data." + variant.getKey();
        JsonNode proof = variant.getValue();
        List<PathElement> upper = new ArrayList<>();
        String base = switch (variant.getKey()) {
            case "Single" -> "path";
            case "Sub" -> {
                upper.add(only(inner, proof, "sub_proof"));
                yield "base_proof";
            }
            case "Top" -> {
                upper.add(only(inner, proof, "sub_proof"));
                upper.add(only(inner, proof, "top_proof"));
                yield "base_proof";
            }
            default -> throw new CommitJsonException(at + ".data: " + variant.getKey() + ", expected Single, Sub or Top");
        };
        return new MerkleProof(bytes(inner + ".root", field(inner, proof, "root")), bytes(inner + ".leaf", field(inner, proof, "leaf")),
                path(inner, proof, base), upper);
    }

    private static List<PathElement> path(String at, JsonNode json, String name) {
        return list(at + "." + name, field(at, json, name), "path", CommitJsonFields::element);
    }

    private static PathElement only(String at, JsonNode json, String name) {
        List<PathElement> path = path(at, json, name);
        if (path.size() != 1) {
            throw new CommitJsonException(at + "." + name + ".path: " + path.size() + " elements, expected 1");
        }
        return path.getFirst();
    }

    private static PathElement element(String at, JsonNode json) {
        List<byte[]> siblings = list(at, json, "hashes", CommitJsonFields::bytes);
        return new PathElement(siblings, (int) number(at + ".index", field(at, json, "index"), siblings.size()));
    }

    private static <T> List<T> list(String at, JsonNode json, String name, BiFunction<String, JsonNode, T> item) {
        JsonNode array = field(at, json, name);
        if (!array.isArray() || array.size() > MOST_PATH_ELEMENTS) {
            throw new CommitJsonException(at + "." + name + ": expected an array of at most " + MOST_PATH_ELEMENTS);
        }
        List<T> items = new ArrayList<>(array.size());
        for (JsonNode one : array) {
            items.add(item.apply(at + "." + name + "[" + items.size() + "]", one));
        }
        return items;
    }

    static byte[] bytes(String at, JsonNode json) {
        if (!json.isArray() || json.size() != 32) {
            throw new CommitJsonException(at + ": expected an array of 32 numbers");
        }
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) number(at, json.get(i), 0xff);
        }
        return bytes;
    }

    private static long number(String at, JsonNode json, long most) {
        if (!json.isIntegralNumber() || !json.canConvertToLong() || json.longValue() < 0 || json.longValue() > most) {
            throw new CommitJsonException(at + ": " + json + ", expected a whole number from 0 to " + most);
        }
        return json.longValue();
    }

    private static JsonNode field(String at, JsonNode json, String name) {
        JsonNode field = json.get(name);
        if (field == null) {
            throw new CommitJsonException(at + "." + name + ": missing");
        }
        return field;
    }
}

package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.cbor.CborReader;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Judges RLE+ bit fields: encoding, set operations, and reading as strict as on chain. */
public final class BitFieldsJudge implements Judge {

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("encoding") && file.has("operations") && file.has("reading");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        ScalarsJudge.each(file, "encoding", verdicts, BitFieldsJudge::encoding);
        ScalarsJudge.each(file, "operations", verdicts, BitFieldsJudge::operations);
        int number = 0;
        for (JsonNode known : file.path("reading")) {
            String name = "reading/" + number++;
            if (known.has("bytes")) {
                CaseCheck.judge(verdicts, name, check -> reading(check, known));
            } else {
                verdicts.skipped(name, "the JSON form is read by the node API");
            }
        }
    }

    private static void encoding(CaseCheck check, JsonNode known) {
        BitField set = set(known.get("runs"));
        check.sameAs(known, "cbor", ScalarsJudge.hex(set));
        check.same("decoded", set, CborReader.readAll(ScalarsJudge.hex(known, "cbor"), BitField::readFrom));
        check.same("runs", texts(known.get("runs")), runs(set));
        check.sameAs(known, "count", Long.toUnsignedString(set.count()));
        if (known.has("first")) {
            check.sameAs(known, "first", Long.toUnsignedString(set.first()));
            check.sameAs(known, "last", Long.toUnsignedString(set.last()));
            check.same("contains", true, set.contains(set.first()) && set.contains(set.last()) && !set.contains(set.last() + 1));
        }
    }

    private static void operations(CaseCheck check, JsonNode known) {
        BitField a = set(known.get("a"));
        BitField b = set(known.get("b"));
        check.same("union", set(known.get("union")), a.union(b));
        check.same("aMinusB", set(known.get("aMinusB")), a.minus(b));
        check.same("intersection", set(known.get("intersection")), a.intersect(b));
        check.same("cutBOutOfA", set(known.get("cutBOutOfA")), a.cut(b));
        if (known.has("slice")) {
            check.same("slice", set(known.get("slice")), a.slice(known.get("sliceFrom").asLong(), known.get("sliceCount").asLong()));
        }
    }

    private static void reading(CaseCheck check, JsonNode known) {
        byte[] encoded = ScalarsJudge.hex(known, "bytes");
        boolean accepted = known.get("goAccepts").asBoolean() && known.path("isCanonical").asBoolean();
        check.accepted("accepted", accepted, CborException.class, () -> BitField.decode(encoded));
        if (accepted) {
            BitField set = BitField.decode(encoded);
            check.same("runs", texts(known.get("runs")), runs(set));
            check.sameAs(known, "canonical", HexFormat.of().formatHex(set.encode()));
        }
    }

    private static BitField set(JsonNode runs) {
        return BitField.ofRuns(runs.valueStream().mapToLong(run -> Long.parseUnsignedLong(run.asText())).toArray());
    }

    private static List<String> texts(JsonNode runs) {
        return runs.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> runs(BitField set) {
        return Arrays.stream(set.runs()).mapToObj(Long::toUnsignedString).toList();
    }
}

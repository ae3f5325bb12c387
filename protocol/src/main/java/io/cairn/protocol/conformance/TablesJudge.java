package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.Amt;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.protocol.ipld.Hamt;
import io.cairn.protocol.ipld.MissingBlockException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Judges arrays and maps of {@code chain-encodings-state-trees.json}: root, blocks, and the way back. */
public final class TablesJudge implements Judge {

    private static final BiConsumer<CborWriter, ByteString> RAW = (writer, value) -> writer.raw(value.toArray());
    private static final CborReader.Decoder<ByteString> READ_RAW = reader -> ByteString.of(reader.raw());

    /** Objects in memory, as one case needs them. */
    private static final class CaseBlocks implements BlockStore {

        private final Map<Cid, byte[]> blocks = new HashMap<>();

        @Override
        public byte[] get(Cid cid) {
            byte[] block = blocks.get(cid);
            if (block == null) {
                throw new MissingBlockException(cid);
            }
            return block.clone();
        }

        @Override
        public Cid put(byte[] dagCbor) {
            Cid cid = Cid.ofDagCbor(dagCbor);
            blocks.put(cid, dagCbor.clone());
            return cid;
        }
    }

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("amts") || file.has("hamts");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        int number = 0;
        for (JsonNode amt : file.path("amts")) {
            judgeArray("amts/" + number++, amt, verdicts);
        }
        number = 0;
        for (JsonNode hamt : file.path("hamts")) {
            judgeMap("hamts/" + number++, hamt, verdicts);
        }
    }

    private static void judgeArray(String name, JsonNode amt, Verdicts verdicts) {
        TreeMap<Long, ByteString> entries = new TreeMap<>();
        amt.get("entries").forEach(entry ->
                entries.put(Long.parseLong(entry.get(0).asText()), ByteString.ofHex(entry.get(1).asText())));
        int bitWidth = amt.get("bitWidth").asInt();
        boolean header = amt.get("kind").asText().startsWith("amt v0");
        CaseBlocks blocks = new CaseBlocks();
        Cid root = header
                ? Amt.saveHeaderTable(blocks, entries, RAW)
                : Amt.save(blocks, bitWidth, entries, RAW);
        Map<Long, ByteString> back = header
                ? Amt.loadHeaderTable(blocks, root, READ_RAW)
                : Amt.load(blocks, root, bitWidth, READ_RAW);
        conclude(name, amt, blocks, root, entries, back, verdicts);
    }

    private static void judgeMap(String name, JsonNode hamt, Verdicts verdicts) {
        TreeMap<ByteString, ByteString> entries = new TreeMap<>();
        hamt.get("entries").forEach(entry ->
                entries.put(ByteString.ofHex(entry.get(1).asText()), ByteString.ofHex(entry.get(2).asText())));
        int bitWidth = hamt.get("bitWidth").asInt();
        CaseBlocks blocks = new CaseBlocks();
        Cid root = Hamt.save(blocks, bitWidth, entries, RAW);
        conclude(name, hamt, blocks, root, entries, Hamt.load(blocks, root, bitWidth, READ_RAW), verdicts);
    }

    private static void conclude(
            String name, JsonNode known, CaseBlocks blocks, Cid root, Object entries, Object back, Verdicts verdicts) {
        for (JsonNode block : known.get("blocks")) {
            if (block.has("cid") && !sameBlock(blocks, block)) {
                verdicts.differs(name, "blocks", block.toString(), "no such block");
                return;
            }
        }
        if (!root.toString().equals(known.get("root").asText())) {
            verdicts.differs(name, "root", known.get("root").asText(), root.toString());
        } else if (!entries.equals(back)) {
            verdicts.differs(name, "entries", entries.toString(), back.toString());
        } else {
            verdicts.passed(name);
        }
    }

    private static boolean sameBlock(CaseBlocks blocks, JsonNode block) {
        byte[] held = blocks.blocks.get(Cid.parse(block.get("cid").asText()));
        return held != null && HexFormat.of().formatHex(held).equals(block.get("cbor").asText());
    }
}

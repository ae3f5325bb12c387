package io.cairn.protocol.ipld;

import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The array mapped trie: a sparse array of up to 2^63 entries whose root identifies its contents (go-amt-ipld v4,
 * fvm_ipld_amt). A node is {@code [bitmap, links, values]}; the root is {@code [bit width, height, count, node]}, or
 * without the bit width in the form that block headers use for message lists and receipts, whose width is 3.
 */
public final class Amt {

    /** Bit width of the arrays under block headers. */
    private static final int HEADER_BIT_WIDTH = 3;

    /** Bits of an index: the tree is never higher than this many bits need. */
    private static final int INDEX_BITS = 63;

    private final BlockStore store;
    private final int bitWidth;

    private Amt(BlockStore store, int bitWidth) {
        if (bitWidth < 1 || bitWidth > 16) {
            throw new IllegalArgumentException("bit width is " + bitWidth + "; expected 1 to 16");
        }
        this.store = store;
        this.bitWidth = bitWidth;
    }

    /**
     * Saves an array.
     *
     * @param bitWidth each node has 2^bitWidth places, 1 to 16
     * @param table entries by index, 0 and up
     * @param encoder writes one entry
     * @return the root
     */
    public static <V> Cid save(
            BlockStore store, int bitWidth, SortedMap<Long, V> table, BiConsumer<CborWriter, V> encoder) {
        CborWriter root = new CborWriter().array(4).unsigned(bitWidth);
        new Amt(store, bitWidth).writeTree(root, table, encoder);
        return store.put(root.toByteArray());
    }

    /**
     * Reads a whole array.
     *
     * @throws CborException when the root's bit width is another one, or the tree is malformed
     */
    public static <V> TreeMap<Long, V> load(
            BlockStore store, Cid root, int bitWidth, CborReader.Decoder<V> decoder) {
        CborReader reader = new CborReader(store.get(root));
        reader.tuple(4);
        long found = reader.unsigned();
        if (found != bitWidth) {
            throw new CborException("AMT " + root + ": bit width is " + found + "; expected " + bitWidth);
        }
        return new Amt(store, bitWidth).readTree(root, reader, decoder);
    }

    /** Saves a list in the form that block headers use. */
    public static <V> Cid saveHeaderList(BlockStore store, List<V> entries, BiConsumer<CborWriter, V> encoder) {
        TreeMap<Long, V> table = new TreeMap<>();
        entries.forEach(entry -> table.put((long) table.size(), entry));
        return saveHeaderTable(store, table, encoder);
    }

    /** Saves an array in the form that block headers use, with its indexes. */
    public static <V> Cid saveHeaderTable(
            BlockStore store, SortedMap<Long, V> table, BiConsumer<CborWriter, V> encoder) {
        CborWriter root = new CborWriter().array(3);
        new Amt(store, HEADER_BIT_WIDTH).writeTree(root, table, encoder);
        return store.put(root.toByteArray());
    }

    /** Reads an array of the form that block headers use; the entries in the order of their indexes. */
    public static <V> List<V> loadHeaderList(BlockStore store, Cid root, CborReader.Decoder<V> decoder) {
        return List.copyOf(loadHeaderTable(store, root, decoder).values());
    }

    /** Reads an array of the form that block headers use, with its indexes. */
    public static <V> TreeMap<Long, V> loadHeaderTable(BlockStore store, Cid root, CborReader.Decoder<V> decoder) {
        CborReader reader = new CborReader(store.get(root));
        reader.tuple(3);
        return new Amt(store, HEADER_BIT_WIDTH).readTree(root, reader, decoder);
    }

    private int width() {
        return 1 << bitWidth;
    }

    private <V> void writeTree(CborWriter root, SortedMap<Long, V> table, BiConsumer<CborWriter, V> encoder) {
        if (!table.isEmpty() && table.firstKey() < 0) {
            throw new IllegalArgumentException("array index is " + table.firstKey() + "; expected 0 or more");
        }
        int height = 0;
        while (!table.isEmpty() && shifted(table.lastKey(), height + 1) != 0) {
            height++;
        }
        root.unsigned(height).unsigned(table.size());
        writeNode(root, table, height, encoder);
    }

    private long shifted(long index, int levels) {
        int bits = bitWidth * levels;
        return bits > INDEX_BITS ? 0 : index >>> bits;
    }

    private <V> void writeNode(
            CborWriter out, SortedMap<Long, V> entries, int height, BiConsumer<CborWriter, V> encoder) {
        byte[] bitmap = new byte[(width() + 7) / 8];
        TreeMap<Integer, TreeMap<Long, V>> places = new TreeMap<>();
        for (Map.Entry<Long, V> entry : entries.entrySet()) {
            int place = (int) (shifted(entry.getKey(), height) & (width() - 1));
            bitmap[place / 8] |= (byte) (1 << place % 8);
            places.computeIfAbsent(place, _ -> new TreeMap<>()).put(entry.getKey(), entry.getValue());
        }
        out.array(3).bytes(bitmap);
        if (height == 0) {
            out.array(0).array(entries.size());
            entries.values().forEach(value -> encoder.accept(out, value));
            return;
        }
        out.array(places.size());
        for (TreeMap<Long, V> below : places.values()) {
            CborWriter child = new CborWriter();
            writeNode(child, below, height - 1, encoder);
            out.cid(store.put(child.toByteArray()));
        }
        out.array(0);
    }

    private <V> TreeMap<Long, V> readTree(Cid root, CborReader reader, CborReader.Decoder<V> decoder) {
        long height = reader.unsigned();
        long count = reader.unsigned();
        if (height < 0 || height > INDEX_BITS / bitWidth) {
            throw new CborException("AMT " + root + ": height is " + height + "; expected at most " + INDEX_BITS / bitWidth);
        }
        TreeMap<Long, V> table = new TreeMap<>();
        readNode(reader, (int) height, 0, decoder, table);
        reader.end();
        if (table.size() != count) {
            throw new CborException("AMT " + root + ": count is " + count + "; the tree holds " + table.size());
        }
        return table;
    }

    private <V> void readNode(
            CborReader reader, int height, long base, CborReader.Decoder<V> decoder, Map<Long, V> into) {
        reader.tuple(3);
        List<Integer> places = places(reader.bytes((width() + 7) / 8));
        int links = reader.array(width());
        expect("links", height == 0 ? 0 : places.size(), links);
        List<Cid> children = new ArrayList<>(links);
        for (int i = 0; i < links; i++) {
            children.add(reader.cid());
        }
        int values = reader.array(width());
        expect("values", height == 0 ? places.size() : 0, values);
        for (int i = 0; i < values; i++) {
            into.put(base + places.get(i), decoder.readFrom(reader));
        }
        for (int i = 0; i < links; i++) {
            CborReader child = new CborReader(store.get(children.get(i)));
            readNode(child, height - 1, base + ((long) places.get(i) << bitWidth * height), decoder, into);
            child.end();
        }
    }

    private List<Integer> places(byte[] bitmap) {
        expect("bitmap bytes", (width() + 7) / 8, bitmap.length);
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < bitmap.length * 8; place++) {
            if ((bitmap[place / 8] >> place % 8 & 1) != 0) {
                places.add(place);
            }
        }
        return places;
    }

    private static void expect(String what, int expected, int found) {
        if (expected != found) {
            throw new CborException("AMT node: " + what + " are " + found + "; expected " + expected);
        }
    }
}

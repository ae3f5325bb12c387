package io.cairn.devnet.state;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.ipld.Amt;
import io.cairn.protocol.ipld.BlockStore;
import io.cairn.protocol.ipld.Hamt;
import io.cairn.protocol.encoding.Varint;
import java.io.ByteArrayOutputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Whole tables in a block store: loaded into a sorted map, changed there, and saved again. */
public final class Tables {

    private Tables() {
    }

    /** All entries of the array at {@code root}. */
    public static <V> TreeMap<Long, V> loadAmt(BlockStore store, Cid root, int bitWidth, CborReader.Decoder<V> decoder) {
        return Amt.load(store, root, bitWidth, decoder);
    }

    /** Saves an array and returns its root. */
    public static <V> Cid saveAmt(BlockStore store, int bitWidth, SortedMap<Long, V> table, BiConsumer<CborWriter, V> encoder) {
        return Amt.save(store, bitWidth, table, encoder);
    }

    /** All entries of the map at {@code root}. */
    public static <V> TreeMap<ByteString, V> loadHamt(BlockStore store, Cid root, int bitWidth, CborReader.Decoder<V> decoder) {
        return Hamt.load(store, root, bitWidth, decoder);
    }

    /** Saves a map and returns its root. */
    public static <V> Cid saveHamt(BlockStore store, int bitWidth, SortedMap<ByteString, V> table, BiConsumer<CborWriter, V> encoder) {
        return Hamt.save(store, bitWidth, table, encoder);
    }

    /** The key of an epoch: a zigzag variable-length integer. */
    public static ByteString epochKey(long epoch) {
        long rest = (epoch << 1) ^ (epoch >> 63);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return ByteString.of(out.toByteArray());
    }

    /** The key of a sector number: a variable-length integer. */
    public static ByteString numberKey(long number) {
        return ByteString.of(Varint.encode(number));
    }

    /** The epoch of a key. */
    public static long epochOf(ByteString key) {
        long value = 0;
        for (int i = 0; i < key.length(); i++) {
            value |= (long) (key.at(i) & 0x7F) << 7 * i;
        }
        return value >>> 1 ^ -(value & 1);
    }
}

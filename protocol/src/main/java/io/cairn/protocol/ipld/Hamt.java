package io.cairn.protocol.ipld;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The hash array mapped trie: a map from byte keys whose root identifies its contents (go-hamt-ipld v3,
 * fvm_ipld_hamt). A key's place follows its SHA-256 digest, bit width by bit width from the most significant bit. A node
 * is {@code [bitfield, pointers]}; a pointer is a bucket of up to three {@code [key, value]} sorted by key, or the link
 * of a node that holds more.
 */
public final class Hamt {

    private static final int BUCKET = 3;
    private static final int DIGEST_BITS = 256;
    private static final int MOST_KEY_BYTES = 4096;

    private final BlockStore store;
    private final int bitWidth;

    private Hamt(BlockStore store, int bitWidth) {
        if (bitWidth < 1 || bitWidth > 8) {
            throw new IllegalArgumentException("bit width is " + bitWidth + "; expected 1 to 8");
        }
        this.store = store;
        this.bitWidth = bitWidth;
    }

    /**
     * Saves a map.
     *
     * @param bitWidth each node has 2^bitWidth places, 1 to 8
     * @param encoder writes one value
     * @return the root
     */
    public static <V> Cid save(
            BlockStore store, int bitWidth, SortedMap<ByteString, V> table, BiConsumer<CborWriter, V> encoder) {
        Hamt hamt = new Hamt(store, bitWidth);
        TreeMap<ByteString, Entry<V>> entries = new TreeMap<>();
        table.forEach((key, value) -> entries.put(key, new Entry<>(digest(key), value)));
        return hamt.saveNode(entries, 0, encoder);
    }

    /**
     * Reads a whole map.
     *
     * @throws CborException when the tree is malformed
     */
    public static <V> TreeMap<ByteString, V> load(
            BlockStore store, Cid root, int bitWidth, CborReader.Decoder<V> decoder) {
        TreeMap<ByteString, V> table = new TreeMap<>();
        new Hamt(store, bitWidth).readNode(root, 0, decoder, table);
        return table;
    }

    private record Entry<V>(byte[] digest, V value) {}

    private static byte[] digest(ByteString key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.toArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private int place(byte[] digest, int depth) {
        int place = 0;
        for (int bit = depth * bitWidth; bit < (depth + 1) * bitWidth; bit++) {
            place = place << 1 | digest[bit / 8] >> 7 - bit % 8 & 1;
        }
        return place;
    }

    private void refuseDepth(int depth) {
        if ((depth + 1) * bitWidth > DIGEST_BITS) {
            throw new CborException("HAMT: the tree is deeper than a digest of " + DIGEST_BITS + " bits");
        }
    }

    private <V> Cid saveNode(SortedMap<ByteString, Entry<V>> entries, int depth, BiConsumer<CborWriter, V> encoder) {
        refuseDepth(depth);
        TreeMap<Integer, TreeMap<ByteString, Entry<V>>> places = new TreeMap<>();
        entries.forEach((key, entry) -> places
                .computeIfAbsent(place(entry.digest(), depth), _ -> new TreeMap<>())
                .put(key, entry));
        BigInteger bitfield = BigInteger.ZERO;
        for (int place : places.keySet()) {
            bitfield = bitfield.setBit(place);
        }
        CborWriter node = new CborWriter().array(2).bytes(magnitude(bitfield)).array(places.size());
        for (TreeMap<ByteString, Entry<V>> below : places.values()) {
            if (below.size() > BUCKET) {
                node.cid(saveNode(below, depth + 1, encoder));
            } else {
                writeBucket(node, below, encoder);
            }
        }
        return store.put(node.toByteArray());
    }

    private static <V> void writeBucket(
            CborWriter node, Map<ByteString, Entry<V>> bucket, BiConsumer<CborWriter, V> encoder) {
        node.array(bucket.size());
        bucket.forEach((key, entry) -> encoder.accept(node.array(2).bytes(key.toArray()), entry.value()));
    }

    /** Big-endian without leading zeros; zero is no byte at all. */
    private static byte[] magnitude(BigInteger value) {
        byte[] signed = value.toByteArray();
        return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    private <V> void readNode(Cid cid, int depth, CborReader.Decoder<V> decoder, Map<ByteString, V> into) {
        refuseDepth(depth);
        CborReader reader = new CborReader(store.get(cid));
        reader.tuple(2);
        int places = new BigInteger(1, reader.bytes((1 << bitWidth) / 8 + 1)).bitCount();
        int pointers = reader.array(1 << bitWidth);
        if (pointers != places) {
            throw new CborException("HAMT node " + cid + ": pointers are " + pointers + "; its bitfield has " + places);
        }
        for (int i = 0; i < pointers; i++) {
            if (reader.atCid()) {
                readNode(reader.cid(), depth + 1, decoder, into);
            } else {
                readBucket(reader, decoder, into);
            }
        }
        reader.end();
    }

    private static <V> void readBucket(CborReader reader, CborReader.Decoder<V> decoder, Map<ByteString, V> into) {
        int entries = reader.array(BUCKET);
        for (int i = 0; i < entries; i++) {
            reader.tuple(2);
            into.put(ByteString.of(reader.bytes(MOST_KEY_BYTES)), decoder.readFrom(reader));
        }
    }
}

package io.cairn.protocol.block;

import io.cairn.protocol.cbor.CborEncodable;
import io.cairn.protocol.cbor.CborException;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** The block CIDs of a tipset in its order; the empty key stands for the heaviest tipset in API calls. */
public record TipsetKey(List<Cid> cids) implements CborEncodable {

    public static final TipsetKey EMPTY = new TipsetKey(List.of());

    public TipsetKey {
        cids = List.copyOf(cids);
    }

    public static TipsetKey of(Cid... cids) {
        return new TipsetKey(List.of(cids));
    }

    /** From concatenated binary CIDs. */
    public static TipsetKey ofBytes(byte[] binary) {
        return new TipsetKey(Cid.ofConcatenation(binary));
    }

    public static TipsetKey readFrom(CborReader reader) {
        try {
            return ofBytes(reader.bytes(CborReader.MAX_BYTES));
        } catch (IllegalArgumentException refused) {
            throw new CborException(refused.getMessage());
        }
    }

    @Override
    public void writeTo(CborWriter writer) {
        writer.bytes(bytes());
    }

    /** The concatenated binary CIDs. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cids.forEach(cid -> out.writeBytes(cid.bytes()));
        return out.toByteArray();
    }

    /** The CID of the CBOR form, under which nodes store the key. */
    public Cid cid() {
        return Cid.ofDagCbor(toCbor());
    }

    public boolean isEmpty() {
        return cids.isEmpty();
    }

    @Override
    public String toString() {
        return "{" + String.join(",", cids.stream().map(Cid::toString).toList()) + "}";
    }
}

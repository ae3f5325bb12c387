package io.cairn.protocol.ipld;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import java.io.ByteArrayOutputStream;

/** How actors turn the keys of their maps into bytes (go-state-types: abi/keys.go). */
public final class HamtKey {

    private HamtKey() {
    }

    /** The binary address. */
    public static ByteString of(Address address) {
        return ByteString.of(address.bytes());
    }

    /** The binary CID. */
    public static ByteString of(Cid cid) {
        return ByteString.of(cid.bytes());
    }

    /** An unsigned number as LEB128, such as a sector number. */
    public static ByteString ofUnsigned(long number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = number;
        while (Long.compareUnsigned(rest, 0x80) >= 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return ByteString.of(out.toByteArray());
    }

    /** A signed number as zigzag LEB128, such as an epoch. */
    public static ByteString ofSigned(long number) {
        return ofUnsigned(number << 1 ^ number >> 63);
    }
}

package io.cairn.devnet.actor.market;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;

/**
 * A deal's terms. Sizes in padded bytes, epochs, attoFIL; the label as it was encoded.
 *
 * <p>Source: builtin-actors, actors/market/src/deal.rs.
 */
public record Deal(Cid pieceCid, long size, boolean verified, Address client, Address provider, byte[] label, long start, long end,
        BigInteger price, BigInteger providerCollateral, BigInteger clientCollateral) {

    /** Decodes the eleven-field form. */
    public static Deal readFrom(CborReader r) {
        r.tuple(11);
        return new Deal(r.cid(), r.unsigned(), r.bool(), Address.ofBytes(r.bytes(64)), Address.ofBytes(r.bytes(64)), r.raw(), r.integer(),
                r.integer(), r.bigInt(), r.bigInt(), r.bigInt());
    }

    /** Encodes the eleven-field form. */
    public void writeTo(CborWriter w) {
        w.array(11).cid(pieceCid).unsigned(size).bool(verified).bytes(client.bytes()).bytes(provider.bytes()).raw(label).integer(start)
                .integer(end).bigInt(price).bigInt(providerCollateral).bigInt(clientCollateral);
    }

    Deal between(long clientId, long providerId) {
        return new Deal(pieceCid, size, verified, Address.ofId(clientId), Address.ofId(providerId), label, start, end, price,
                providerCollateral, clientCollateral);
    }

    /** CID of the terms. */
    Cid cid() {
        CborWriter w = new CborWriter();
        writeTo(w);
        return Cid.ofDagCbor(w.toByteArray());
    }

    BigInteger fee() {
        return price.multiply(BigInteger.valueOf(end - start));
    }

    BigInteger clientFunds() {
        return fee().add(clientCollateral);
    }
}

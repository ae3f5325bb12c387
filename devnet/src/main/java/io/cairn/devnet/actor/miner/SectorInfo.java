package io.cairn.devnet.actor.miner;

import io.cairn.devnet.economics.Quality;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A proven sector on chain. Epochs, attoFIL, weights in byte-epochs.
 *
 * <p>Source: builtin-actors, actors/miner/src/types.rs (SectorOnChainInfo).
 */
public record SectorInfo(long number, int sealProof, Cid sealedCid, long activation, long expiration, BigInteger dealWeight,
        BigInteger verifiedWeight, BigInteger pledge, long powerBase, Optional<Cid> sectorKey, long flags, BigInteger dailyFee) {

    static SectorInfo readFrom(CborReader r) {
        r.tuple(16);
        long number = r.unsigned();
        int sealProof = (int) r.integer();
        Cid sealedCid = r.cid();
        r.raw();
        long activation = r.integer();
        long expiration = r.integer();
        BigInteger dealWeight = r.bigInt();
        BigInteger verifiedWeight = r.bigInt();
        BigInteger pledge = r.bigInt();
        r.raw();
        r.raw();
        long powerBase = r.integer();
        r.raw();
        Optional<Cid> sectorKey = r.tryNil() ? Optional.empty() : Optional.of(r.cid());
        return new SectorInfo(number, sealProof, sealedCid, activation, expiration, dealWeight, verifiedWeight, pledge, powerBase,
                sectorKey, r.unsigned(), r.bigInt());
    }

    void writeTo(CborWriter w) {
        w.array(16).unsigned(number).integer(sealProof).cid(sealedCid).array(0).integer(activation).integer(expiration)
                .bigInt(dealWeight).bigInt(verifiedWeight).bigInt(pledge).nil().nil().integer(powerBase).nil();
        sectorKey.ifPresentOrElse(w::cid, w::nil);
        w.unsigned(flags).bigInt(dailyFee);
    }

    /** Quality-adjusted bytes of the sector. */
    BigInteger power(long sectorSize) {
        return Quality.power(sectorSize, expiration - powerBase, verifiedWeight);
    }
}

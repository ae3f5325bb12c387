package io.cairn.devnet.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import io.cairn.protocol.cid.Cid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sector whose replica is committed to and not proven yet.
 *
 * <p>Source: builtin-actors, actors/miner/src/types.rs (SectorPreCommitOnChainInfo).
 */
public record PreCommitment(Info info, BigInteger deposit, long epoch) {

    /** What the provider declared. */
    public record Info(int sealProof, long number, Cid sealedCid, long sealRandomnessEpoch, List<Long> deals, long expiration,
            Optional<Cid> unsealedCid) {

        static Info readFrom(CborReader r) {
            r.tuple(7);
            int sealProof = (int) r.integer();
            long number = r.unsigned();
            Cid sealedCid = r.cid();
            long randomness = r.integer();
            List<Long> deals = new ArrayList<>();
            int count = r.array();
            for (int i = 0; i < count; i++) {
                deals.add(r.unsigned());
            }
            long expiration = r.integer();
            return new Info(sealProof, number, sealedCid, randomness, deals, expiration,
                    r.tryNil() ? Optional.empty() : Optional.of(r.cid()));
        }

        void writeTo(CborWriter w) {
            w.array(7).integer(sealProof).unsigned(number).cid(sealedCid).integer(sealRandomnessEpoch).array(deals.size());
            deals.forEach(w::unsigned);
            w.integer(expiration);
            unsealedCid.ifPresentOrElse(w::cid, w::nil);
        }
    }

    static PreCommitment readFrom(CborReader r) {
        r.tuple(3);
        return new PreCommitment(Info.readFrom(r), r.bigInt(), r.integer());
    }

    void writeTo(CborWriter w) {
        w.array(3);
        info.writeTo(w);
        w.bigInt(deposit).integer(epoch);
    }
}

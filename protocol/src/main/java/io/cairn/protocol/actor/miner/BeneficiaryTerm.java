package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** How much a beneficiary may withdraw, has withdrawn, and until when. */
public record BeneficiaryTerm(TokenAmount quota, TokenAmount usedQuota, long expiration) implements CborTuple {

    public static BeneficiaryTerm readFrom(CborReader reader) {
        return CborTuple.read(BeneficiaryTerm.class, reader);
    }
}

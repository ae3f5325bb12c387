package io.cairn.actors.deal;

import io.cairn.persistence.Blob;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.protocol.actor.market.ClientDealProposal;
import io.cairn.protocol.actor.market.DealLabel;
import io.cairn.protocol.actor.market.DealProposal;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.math.BigInteger;
import java.util.Arrays;

/** Proposals of a client with a key of its own. */
public final class Proposals {
    public static final PrivateKey CLIENT = PrivateKey.of(SignatureType.SECP256K1, filled(7));
    public static final long MINER = 1000;

    private Proposals() {
    }

    /** Sound terms: 1 KiB from epoch 5000 for the shortest time, 96 attoFIL an epoch. */
    public static DealProposal terms() {
        return new DealProposal(Commitments.pieceCid(filled(1)), 1024, false, CLIENT.address(), Address.ofId(MINER),
                new DealLabel.Text("file"), 5000, 5000 + 518_400, atto(96), atto(1200), atto(0));
    }

    public static ClientDealProposal signed(DealProposal terms) {
        return new ClientDealProposal(terms, CLIENT.sign(terms.toCbor()));
    }

    public static Accepted accepted(String deal) {
        DealProposal terms = terms();
        return new Accepted(deal, MINER, Blob.of(signed(terms).toCbor()), terms.pieceCId().toString(), terms.pieceSize(),
                terms.startEpoch(), terms.endEpoch(), false, "", true, 1);
    }

    static TokenAmount atto(long amount) {
        return new TokenAmount(BigInteger.valueOf(amount));
    }

    static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}

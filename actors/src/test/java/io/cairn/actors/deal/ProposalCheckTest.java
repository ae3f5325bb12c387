package io.cairn.actors.deal;

import static io.cairn.actors.deal.Proposals.atto;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.actors.deal.ProposalCheck.Facts;
import io.cairn.protocol.actor.market.ClientDealProposal;
import io.cairn.protocol.actor.market.DealLabel;
import io.cairn.protocol.actor.market.DealProposal;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.cid.Commitments;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which proposals are refused, in Boost's words. */
class ProposalCheckTest {
    private static final DealProposal SOUND = Proposals.terms();
    private static final BigInteger COST = BigInteger.valueOf(96 * 518_400);

    @Test
    void soundTermsAreTaken() {
        assertEquals(Optional.empty(), refusal(SOUND));
    }

    @Test
    void aSignatureOfOtherTermsIsRefused() {
        ClientDealProposal forged = new ClientDealProposal(with(5001, 5001 + 518_400), Proposals.CLIENT.sign(SOUND.toCbor()));
        assertTrue(check(4000, COST).refusal(forged).orElseThrow().startsWith("failed validation: invalid signature"));
    }

    @Test
    void anotherProvidersDealIsRefused() {
        says("incorrect provider for deal; proposal.Provider: t01001; provider.Address: t01000", new DealProposal(SOUND.pieceCId(), 1024,
                false, SOUND.client(), Address.ofId(1001), SOUND.label(), 5000, 523_400, atto(96), atto(1200), atto(0)));
    }

    @Test
    void theLabelHasAtMost256Bytes() {
        says("deal label can be at most 256 bytes, is 257", new DealProposal(SOUND.pieceCId(), 1024, false, SOUND.client(),
                SOUND.provider(), new DealLabel.Text("x".repeat(257)), 5000, 523_400, atto(96), atto(1200), atto(0)));
    }

    @Test
    void thePieceHasASizeAndACommitment() {
        says("proposal piece size is invalid: minimum padded piece size is 128 bytes, is 64", piece(SOUND.pieceCId(), 64));
        says("proposal piece size is invalid: padded piece size must be a power of 2, is 1000", piece(SOUND.pieceCId(), 1000));
        Cid sealed = Commitments.sealedCid(Proposals.filled(1));
        says("proposal PieceCID had wrong prefix: " + sealed + "; expected baga6ea4seaq...", piece(sealed, 1024));
        says("piece size more than maximum allowed size: 4096 > 2048", new DealProposal(SOUND.pieceCId(), 4096, false, SOUND.client(),
                SOUND.provider(), SOUND.label(), 5000, 523_400, atto(200), atto(1200), atto(0)));
    }

    @Test
    void theTimeIsWithinBounds() {
        says("proposal end 4999 before proposal start 5000", with(5000, 4999));
        says("deal start epoch 3999 has already elapsed (current epoch: 4000)", with(3999, 600_000));
        says("deal duration out of bounds (min, max, provided): 518400, 3680640, 518399", with(5000, 5000 + 518_399));
        says("invalid deal end epoch 3684641: cannot be more than 3680640 past current epoch 4000", with(5000, 3_684_641));
        says("cannot seal a sector before 4480: current epoch 4000, needed are 480 epochs", with(4480, 4480 + 518_400));
    }

    @Test
    void theMoneyIsEnough() {
        says("proposed provider collateral 999 below minimum 1000 attoFIL", money(96, 999));
        says("proposed provider collateral 2001 above maximum 2000 attoFIL", money(96, 2001));
        says("storage price per epoch less than asking price: 46 < 47 attoFIL", money(46, 1200));
        assertEquals("failed validation: client available funds in escrow " + COST.subtract(BigInteger.ONE)
                + " not enough to meet storage cost for deal " + COST + " attoFIL",
                check(4000, COST.subtract(BigInteger.ONE)).refusal(Proposals.signed(SOUND)).orElseThrow());
    }

    @Test
    void verifiedDealsAreNotTaken() {
        says("miner is not accepting verified storage deals", new DealProposal(SOUND.pieceCId(), 1024, true, SOUND.client(),
                SOUND.provider(), SOUND.label(), 5000, 523_400, atto(96), atto(1200), atto(0)));
    }

    private static void says(String expected, DealProposal terms) {
        assertEquals(Optional.of("failed validation: " + expected), refusal(terms));
    }

    private static Optional<String> refusal(DealProposal terms) {
        return check(4000, COST.multiply(BigInteger.TEN)).refusal(Proposals.signed(terms));
    }

    private static ProposalCheck check(long height, BigInteger available) {
        return new ProposalCheck(MarketPolicy.standard(), new Facts(height, Address.ofId(1000), Proposals.CLIENT.address(),
                BigInteger.valueOf(1000), available, 2048));
    }

    private static DealProposal with(long start, long end) {
        return new DealProposal(SOUND.pieceCId(), 1024, false, SOUND.client(), SOUND.provider(), SOUND.label(), start, end, atto(96),
                atto(1200), atto(0));
    }

    private static DealProposal piece(Cid cid, long size) {
        return new DealProposal(cid, size, false, SOUND.client(), SOUND.provider(), SOUND.label(), 5000, 523_400, atto(96), atto(1200), atto(0));
    }

    private static DealProposal money(long price, long collateral) {
        return new DealProposal(SOUND.pieceCId(), 1024, false, SOUND.client(), SOUND.provider(), SOUND.label(), 5000, 523_400,
                atto(price), atto(collateral), atto(0));
    }
}

package io.cairn.actors.deal;

import io.cairn.protocol.actor.market.ClientDealProposal;
import io.cairn.protocol.actor.market.DealLabel;
import io.cairn.protocol.actor.market.DealProposal;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cid.Commitments;
import io.cairn.protocol.signature.Signatures;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whether a provider takes an offline, unverified deal: Boost's checks in Boost's order, with its words (boost:
 * storagemarket/deal_acceptance.go (validateDealProposal)), and after them what Boost leaves out.
 */
final class ProposalCheck {
    private static final long SHORTEST = 518_400;
    private static final long LONGEST = 3_680_640;
    private static final long LEAST_PIECE = 128;
    private static final BigInteger GIB = BigInteger.ONE.shiftLeft(30);

    /**
     * What is known when a proposal is judged.
     *
     * @param height          current epoch
     * @param provider        our own id address
     * @param clientKey       key address behind the proposal's client
     * @param leastCollateral of the provider, attoFIL
     * @param available       what the client has free in escrow, less what other deals of its will need, attoFIL
     * @param sectorSize      bytes
     */
    record Facts(long height, Address provider, Address clientKey, BigInteger leastCollateral, BigInteger available, long sectorSize) {
    }

    private final MarketPolicy policy;
    private final Facts facts;

    ProposalCheck(MarketPolicy policy, Facts facts) {
        this.policy = policy;
        this.facts = facts;
    }

    /** Why the deal is refused: field, value and what was expected; empty if it is taken. */
    Optional<String> refusal(ClientDealProposal signed) {
        DealProposal deal = signed.proposal();
        return identity(signed).or(() -> piece(deal)).or(() -> epochs(deal)).or(() -> money(deal)).or(() -> ours(deal))
                .map(reason -> "failed validation: " + reason);
    }

    private Optional<String> identity(ClientDealProposal signed) {
        DealProposal deal = signed.proposal();
        if (!Signatures.verify(signed.clientSignature(), facts.clientKey(), deal.toCbor())) {
            return Optional.of("invalid signature; expected that of " + facts.clientKey() + " over the proposal");
        }
        if (!deal.provider().equals(facts.provider())) {
            return Optional.of("incorrect provider for deal; proposal.Provider: " + deal.provider() + "; provider.Address: " + facts.provider());
        }
        int label = length(deal.label());
        return label > DealLabel.MAX_LENGTH ? Optional.of("deal label can be at most 256 bytes, is " + label) : Optional.empty();
    }

    private static int length(DealLabel label) {
        return switch (label) {
            case DealLabel.Text text -> text.value().getBytes(StandardCharsets.UTF_8).length;
            case DealLabel.Bytes bytes -> bytes.value().length();
        };
    }

    private static Optional<String> piece(DealProposal deal) {
        if (deal.pieceSize() < LEAST_PIECE) {
            return Optional.of("proposal piece size is invalid: minimum padded piece size is 128 bytes, is " + deal.pieceSize());
        }
        if (Long.bitCount(deal.pieceSize()) != 1) {
            return Optional.of("proposal piece size is invalid: padded piece size must be a power of 2, is " + deal.pieceSize());
        }
        return Commitments.isPieceCid(deal.pieceCId()) ? Optional.empty()
                : Optional.of("proposal PieceCID had wrong prefix: " + deal.pieceCId() + "; expected baga6ea4seaq...");
    }

    private Optional<String> epochs(DealProposal deal) {
        long start = deal.startEpoch();
        long end = deal.endEpoch();
        if (end <= start) {
            return Optional.of("proposal end " + end + " before proposal start " + start);
        }
        if (facts.height() > start) {
            return Optional.of("deal start epoch " + start + " has already elapsed (current epoch: " + facts.height() + ")");
        }
        if (end - start < SHORTEST || end - start > LONGEST) {
            return Optional.of("deal duration out of bounds (min, max, provided): " + SHORTEST + ", " + LONGEST + ", " + (end - start));
        }
        return end <= facts.height() + LONGEST ? Optional.empty() : Optional.of("invalid deal end epoch " + end
                + ": cannot be more than " + LONGEST + " past current epoch " + facts.height());
    }

    private Optional<String> money(DealProposal deal) {
        BigInteger collateral = deal.providerCollateral().atto();
        BigInteger most = facts.leastCollateral().shiftLeft(1);
        if (collateral.compareTo(facts.leastCollateral()) < 0) {
            return Optional.of("proposed provider collateral " + collateral + " below minimum " + facts.leastCollateral() + " attoFIL");
        }
        if (collateral.compareTo(most) > 0) {
            return Optional.of("proposed provider collateral " + collateral + " above maximum " + most + " attoFIL");
        }
        BigInteger price = deal.storagePricePerEpoch().atto();
        BigInteger asked = askedPrice(policy, deal.pieceSize());
        if (price.compareTo(asked) < 0) {
            return Optional.of("storage price per epoch less than asking price: " + price + " < " + asked + " attoFIL");
        }
        if (deal.pieceSize() > facts.sectorSize()) {
            return Optional.of("piece size more than maximum allowed size: " + deal.pieceSize() + " > " + facts.sectorSize());
        }
        BigInteger needed = clientRequirement(deal);
        return facts.available().compareTo(needed) >= 0 ? Optional.empty() : Optional.of("client available funds in escrow "
                + facts.available() + " not enough to meet storage cost for deal " + needed + " attoFIL");
    }

    private Optional<String> ours(DealProposal deal) {
        if (deal.verifiedDeal()) {
            return Optional.of("miner is not accepting verified storage deals");
        }
        if (deal.clientCollateral().atto().signum() < 0) {
            return Optional.of("client collateral " + deal.clientCollateral().atto() + " attoFIL is negative");
        }
        return facts.height() + policy.startBuffer() < deal.startEpoch() ? Optional.empty() : Optional.of(
                "cannot seal a sector before " + deal.startEpoch() + ": current epoch " + facts.height() + ", needed are "
                        + policy.startBuffer() + " epochs");
    }

    /** What is asked for a piece of a padded size and an epoch, attoFIL. */
    static BigInteger askedPrice(MarketPolicy policy, long size) {
        return policy.price().multiply(BigInteger.valueOf(size)).divide(GIB);
    }

    /** What the client must have in escrow for a deal, attoFIL. */
    static BigInteger clientRequirement(DealProposal deal) {
        return deal.storagePricePerEpoch().atto().multiply(BigInteger.valueOf(deal.endEpoch() - deal.startEpoch()))
                .add(deal.clientCollateral().atto());
    }
}

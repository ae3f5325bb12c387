package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;

/** A published deal: the proposal and what became of it. */
public record MarketDeal(Proposal proposal, State state) {

    /**
     * What client and provider agreed. Source: builtin-actors: actors/market/src/deal.rs.
     *
     * @param pieceCid             CommP
     * @param pieceSize            padded bytes
     * @param verifiedDeal         whether it spends the client's allowance
     * @param client               ID address
     * @param provider             ID address
     * @param label                text, or base64 of bytes
     * @param startEpoch           first epoch
     * @param endEpoch             epoch after the last
     * @param storagePricePerEpoch the client's payment
     * @param providerCollateral   locked by the provider
     * @param clientCollateral     locked by the client
     */
    public record Proposal(
            @JsonProperty("PieceCID") Cid pieceCid,
            long pieceSize,
            boolean verifiedDeal,
            Address client,
            Address provider,
            JsonNode label,
            long startEpoch,
            long endEpoch,
            TokenAmount storagePricePerEpoch,
            TokenAmount providerCollateral,
            TokenAmount clientCollateral) {
    }

    /**
     * The deal's progress; epochs are -1 for not yet.
     *
     * @param sectorNumber     the sector that holds it, 0 while there is none
     * @param sectorStartEpoch when it became active
     * @param lastUpdatedEpoch when it was last paid
     * @param slashEpoch       when it was slashed
     */
    public record State(long sectorNumber, long sectorStartEpoch, long lastUpdatedEpoch, long slashEpoch) {
    }
}

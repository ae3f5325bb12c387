package io.cairn.protocol.randomness;

import io.cairn.protocol.cbor.WireEnum;

/** What randomness is drawn for; no two uses share a draw (go-state-types: crypto/randomness.go). */
public enum DomainSeparationTag implements WireEnum {
    TICKET_PRODUCTION(1),
    ELECTION_PROOF_PRODUCTION(2),
    WINNING_POST_CHALLENGE_SEED(3),
    WINDOWED_POST_CHALLENGE_SEED(4),
    SEAL_RANDOMNESS(5),
    INTERACTIVE_SEAL_CHALLENGE_SEED(6),
    WINDOWED_POST_DEADLINE_ASSIGNMENT(7),
    MARKET_DEAL_CRON_SEED(8),
    POST_CHAIN_COMMIT(9),
    EVM_PREVIOUS_RANDAO(10);

    private final int number;

    DomainSeparationTag(int number) {
        this.number = number;
    }

    /** The tag with that number; IllegalArgumentException when there is none. */
    public static DomainSeparationTag of(long number) {
        return WireEnum.ofNumber(DomainSeparationTag.class, number);
    }

    @Override
    public int number() {
        return number;
    }
}

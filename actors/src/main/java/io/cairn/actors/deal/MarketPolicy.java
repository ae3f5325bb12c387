package io.cairn.actors.deal;

import java.math.BigInteger;
import java.time.Duration;

/**
 * What deals a provider takes, and how long they wait for company.
 *
 * @param price           asked for one GiB and epoch, attoFIL
 * @param startBuffer     epochs that must be left until a deal's start when it is published or put into a sector
 * @param publishWait     how long the first deal of a publish message waits for others
 * @param dealsPerMessage deals that fill a publish message, at least 1
 * @param sectorWait      how long an open sector waits for more pieces
 */
public record MarketPolicy(BigInteger price, long startBuffer, Duration publishWait, int dealsPerMessage, Duration sectorWait) {

    /** What Boost and Lotus do unless told otherwise. */
    public static MarketPolicy standard() {
        return new MarketPolicy(BigInteger.valueOf(50_000_000), 480, Duration.ofHours(1), 8, Duration.ofHours(6));
    }
}

package io.cairn.node.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What the faces can have the running provider do; the one place where its commands are declared. Each is safe to repeat.
 *
 * <p>A stage fails with {@link IllegalArgumentException} when what was asked makes no sense, with
 * {@link NoSuchViewException} when the thing does not exist, with {@link IllegalStateException} when it exists but cannot
 * be done now; anything else means that the provider could not answer.
 */
public interface Commands {

    /** The most sectors that one pledge may begin. */
    int MOST_PLEDGES = 1000;

    /**
     * Begins sectors without data.
     *
     * @param request name of the asking; asking again under the same name is about the same sectors
     * @param count 1 to {@link #MOST_PLEDGES}
     * @return {@code {"sectors": [numbers]}}
     */
    CompletionStage<JsonNode> pledge(String request, int count);

    /**
     * Goes on with a sector that waits for an operator.
     *
     * @return {@code {"sector": number}}
     */
    CompletionStage<JsonNode> resumeSector(long sector);

    /**
     * Gives a sector up.
     *
     * @param reason kept in the sector's history
     * @return {@code {"sector": number}}
     */
    CompletionStage<JsonNode> removeSector(long sector, String reason);

    /**
     * Goes on with a deal that waits for an operator.
     *
     * @return {@code {"deal": uuid}}
     */
    CompletionStage<JsonNode> retryDeal(String deal);

    /**
     * Ends a deal that is not published.
     *
     * @return {@code {"deal": uuid}}
     */
    CompletionStage<JsonNode> cancelDeal(String deal);

    /**
     * Sends money from one of the provider's keys.
     *
     * @param request asking again under the same request is about the same message
     * @param from    {@code owner}, {@code worker}, or an address whose key is at hand
     * @param to      an address
     * @param amount  FIL, more than 0
     * @return {@code {"message": cid, "from": address}}
     */
    CompletionStage<JsonNode> transfer(String request, String from, String to, String amount);

    /**
     * Makes these addresses, and no others, the miner's control addresses.
     *
     * @param request   asking again under the same request is about the same message
     * @param addresses at most 10, accounts that the chain knows
     * @return {@code {"message": cid, "from": address}}
     */
    CompletionStage<JsonNode> setControl(String request, List<String> addresses);

    /**
     * Looks for damage in the files of a stored sector; changes nothing.
     *
     * @param full whether every byte is read, which takes as long as hashing them; otherwise samples, as a window proof does
     * @return {@code {"sector": number, "findings": [{"kind", "file", "offset", "length", "problem"}]}}, no findings where
     *     all is well
     */
    CompletionStage<JsonNode> checkSector(long sector, boolean full);
}

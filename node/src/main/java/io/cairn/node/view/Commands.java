package io.cairn.node.view;

import com.fasterxml.jackson.databind.JsonNode;
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
     * Looks for damage in the files of a stored sector; changes nothing.
     *
     * @param full whether every byte is read, which takes as long as hashing them; otherwise samples, as a window proof does
     * @return {@code {"sector": number, "findings": [{"kind", "file", "offset", "length", "problem"}]}}, no findings where
     *     all is well
     */
    CompletionStage<JsonNode> checkSector(long sector, boolean full);
}

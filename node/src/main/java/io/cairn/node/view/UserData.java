package io.cairn.node.view;

import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;

/** A user's data on its way in and out of the running provider; failures as of {@link Commands}. */
public interface UserData {

    /**
     * Takes a file.
     *
     * @param name what the user calls it, not a path
     * @param again whether it is stored once more if the same content is stored under this name already
     * @param bytes its content; reading it stops when the stage fails
     * @return where it went
     */
    CompletionStage<JsonNode> store(String name, boolean again, Source<ByteString, ?> bytes);

    /**
     * Gives a file back.
     *
     * @param id what {@link #store} called it
     * @return the bytes as they were stored; the stage completes when the first of them can be sent
     */
    CompletionStage<Source<ByteString, ?>> retrieve(String id);
}

package io.cairn.node.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;

/** What the faces (command line, HTTP, page) can ask of the running provider. */
public interface Views {

    /** The first page. */
    CompletionStage<Overview> overview();

    /**
     * One of the operator's views as JSON.
     *
     * @param name such as {@code info}, {@code deadlines}, {@code sectors}, {@code deals}, {@code chain}, {@code wallet}
     * @param argument what the view is of, such as a sector number; empty where the view takes none
     * @return fails with {@link NoSuchViewException} where there is no such view or thing
     */
    CompletionStage<JsonNode> view(String name, String argument);

    /** Whether the provider follows its chain and can prove: what a load balancer asks; the text says why not. */
    Readiness readiness();

    /** Ready, or the reason why not. */
    record Readiness(boolean ready, String reason) {}
}

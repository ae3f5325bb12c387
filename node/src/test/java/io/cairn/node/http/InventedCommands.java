package io.cairn.node.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.view.Commands;
import io.cairn.node.view.NoSuchViewException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that exists only in this test: it knows sectors 0 to 9, and sector 5 cannot be touched. */
public final class InventedCommands implements Commands {

    /** What was asked, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<JsonNode> pledge(String request, int count) {
        if (count < 1 || count > MOST_PLEDGES) {
            throw new IllegalArgumentException("count is " + count + "; expected 1 to " + MOST_PLEDGES);
        }
        asked.add("pledge " + count);
        var answer = JsonNodeFactory.instance.objectNode();
        var sectors = answer.putArray("sectors");
        for (int i = 0; i < count; i++) {
            sectors.add(10 + i);
        }
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletionStage<JsonNode> resumeSector(long sector) {
        return sector(sector, "resume " + sector);
    }

    @Override
    public CompletionStage<JsonNode> retryDeal(String deal) {
        return deal(deal, "retry");
    }

    @Override
    public CompletionStage<JsonNode> cancelDeal(String deal) {
        return deal(deal, "cancel");
    }

    private CompletionStage<JsonNode> deal(String deal, String what) {
        asked.add(what + " " + deal);
        return CompletableFuture.completedFuture(JsonNodeFactory.instance.objectNode().put("deal", deal));
    }

    @Override
    public CompletionStage<JsonNode> transfer(String request, String from, String to, String amount) {
        return message("send " + amount + " from " + from + " to " + to, from);
    }

    @Override
    public CompletionStage<JsonNode> setControl(String request, List<String> addresses) {
        return message("control " + addresses, "owner");
    }

    private CompletionStage<JsonNode> message(String what, String from) {
        asked.add(what);
        return CompletableFuture.completedFuture(JsonNodeFactory.instance.objectNode().put("message", "bafy2sent").put("from", from));
    }

    @Override
    public CompletionStage<JsonNode> removeSector(long sector, String reason) {
        return sector(sector, "remove " + sector + ": " + reason);
    }

    private CompletionStage<JsonNode> sector(long sector, String what) {
        if (sector > 9) {
            return CompletableFuture.failedFuture(new NoSuchViewException("there is no sector " + sector));
        }
        if (sector == 5) {
            return CompletableFuture.failedFuture(new IllegalStateException("sector 5 is being sealed"));
        }
        asked.add(what);
        return CompletableFuture.completedFuture(JsonNodeFactory.instance.objectNode().put("sector", sector));
    }

    @Override
    public CompletionStage<JsonNode> checkSector(long sector, boolean full) {
        return sector(sector, "check " + sector + (full ? " in full" : "")).thenApply(known -> {
            ObjectNode answer = (ObjectNode) known;
            ArrayNode findings = answer.putArray("findings");
            if (sector == 1 && full) {
                findings.addObject().put("kind", "SEALED").put("file", "/invented/sealed/s-t01000-1").put("offset", 64)
                        .put("length", 32).put("problem", "the replica does not hash to its tree");
            }
            return answer;
        });
    }
}

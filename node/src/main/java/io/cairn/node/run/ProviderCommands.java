package io.cairn.node.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.actors.Provider;
import io.cairn.node.view.Commands;
import io.cairn.node.view.NoSuchViewException;
import io.cairn.proofs.SectorFinding;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What an operator has the running provider do. */
final class ProviderCommands implements Commands {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long LONGEST_LIFE = 0;

    private final Provider provider;
    private final RegisteredSealProof sealProof;
    private final OperatorMessages messages;

    /** Commands for the provider; new sectors are sealed with {@code sealProof}. */
    ProviderCommands(Provider provider, RegisteredSealProof sealProof) {
        this.provider = provider;
        this.sealProof = sealProof;
        this.messages = new OperatorMessages(provider);
    }

    @Override
    public CompletionStage<JsonNode> pledge(String request, int count) {
        if (count < 1 || count > MOST_PLEDGES) {
            throw new IllegalArgumentException("count is " + count + "; expected 1 to " + MOST_PLEDGES);
        }
        return pledge(request, count, JSON.arrayNode())
                .thenApply(sectors -> JSON.objectNode().set("sectors", sectors));
    }

    private CompletionStage<ArrayNode> pledge(String request, int count, ArrayNode begun) {
        if (begun.size() == count) {
            return CompletableFuture.completedFuture(begun);
        }
        return provider.pledge("pledge/" + request + "/" + begun.size(), sealProof.number(), LONGEST_LIFE)
                .thenCompose(sector -> pledge(request, count, begun.add(sector)));
    }

    @Override
    public CompletionStage<JsonNode> resumeSector(long sector) {
        return known(sector, () -> provider.resume(sector, "operator"));
    }

    @Override
    public CompletionStage<JsonNode> removeSector(long sector, String reason) {
        return known(sector, () -> provider.remove(sector, reason));
    }

    @Override
    public CompletionStage<JsonNode> retryDeal(String deal) {
        return known(deal, () -> provider.market().retry(deal));
    }

    @Override
    public CompletionStage<JsonNode> cancelDeal(String deal) {
        return known(deal, () -> provider.market().cancel(deal));
    }

    @Override
    public CompletionStage<JsonNode> transfer(String request, String from, String to, String amount) {
        return messages.transfer(request, from, to, amount);
    }

    @Override
    public CompletionStage<JsonNode> setControl(String request, List<String> addresses) {
        return messages.setControl(request, addresses);
    }

    private CompletionStage<JsonNode> known(String deal, Supplier<CompletionStage<Void>> command) {
        return provider.market().deal(deal).thenCompose(view -> {
            if (view.state().accepted().isEmpty()) {
                throw new NoSuchViewException("there is no deal " + deal);
            }
            return command.get().thenApply(_ -> JSON.objectNode().put("deal", deal));
        });
    }

    private CompletionStage<JsonNode> known(long sector, Supplier<CompletionStage<Void>> command) {
        return provider.sector(sector).thenCompose(view -> {
            if (view.state().created().isEmpty()) {
                throw new NoSuchViewException("there is no sector " + sector);
            }
            return command.get().thenApply(_ -> JSON.objectNode().put("sector", sector));
        });
    }

    @Override
    public CompletionStage<JsonNode> checkSector(long sector, boolean full) {
        return known(sector, () -> CompletableFuture.completedFuture(null))
                .thenCompose(_ -> provider.check(sector, full, Progress.NONE))
                .thenApply(findings -> findings(sector, findings));
    }

    private static JsonNode findings(long sector, List<SectorFinding> findings) {
        ObjectNode answer = JSON.objectNode().put("sector", sector);
        ArrayNode list = answer.putArray("findings");
        findings.forEach(finding -> list.addObject().put("kind", finding.kind().name()).put("file", finding.file().toString())
                .put("offset", finding.offset()).put("length", finding.length()).put("problem", finding.problem()));
        return answer;
    }
}

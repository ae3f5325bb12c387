package io.cairn.node.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.node.view.NoSuchViewException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes the operator's views by their names. */
public final class Reports {

    /** The views that exist here. */
    public static final List<String> NAMES = List.of("info", "proving", "deadlines", "faults", "sectors", "wallet", "chain",
            "deals", "files");

    private static final int DEADLINES = 48;

    private final Sources sources;

    /** Views of one provider. */
    public Reports(Sources sources) {
        this.sources = sources;
    }

    /** A view, or a thing in it; as {@link io.cairn.node.view.Views#view}. */
    public CompletionStage<JsonNode> report(String name, String argument) {
        try {
            return argument.isEmpty() ? whole(name) : part(name, argument);
        } catch (NoSuchViewException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<JsonNode> whole(String name) {
        return switch (name) {
            case "info" -> Answers.report(() -> new InfoReport(sources).make());
            case "proving" -> Answers.report(() -> new ProvingReport(sources).period());
            case "deadlines" -> Answers.report(() -> new ProvingReport(sources).deadlines());
            case "faults" -> Answers.report(() -> new ProvingReport(sources).faults());
            case "sectors" -> Answers.report(() -> new SectorReport(sources).list());
            case "chain" -> Answers.report(() -> new ChainReport(sources).newest());
            case "deals" -> Answers.report(() -> new DealReport(sources).deals());
            case "files" -> Answers.report(() -> new DealReport(sources).files());
            case "wallet" -> Answers.report(() -> new WalletReport(sources).make());
            default -> throw new NoSuchViewException("there is no view " + name + "; there are " + String.join(", ", NAMES));
        };
    }

    private CompletionStage<JsonNode> part(String name, String argument) {
        return switch (name) {
            case "deadlines" -> {
                int index = (int) number("deadline", argument, DEADLINES - 1);
                yield Answers.report(() -> new ProvingReport(sources).deadline(index));
            }
            case "sectors" -> {
                long sector = number("sector", argument, Long.MAX_VALUE);
                yield Answers.report(() -> new SectorReport(sources).one(sector));
            }
            case "deals" -> Answers.report(() -> new DealReport(sources).deal(argument));
            case "file" -> Answers.report(() -> new DealReport(sources).file(argument));
            default -> throw new NoSuchViewException("there is no view " + name + "/" + argument
                    + "; there are deadlines/INDEX, sectors/NUMBER, deals/UUID and file/NAME");
        };
    }

    private static long number(String what, String text, long most) {
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw new NoSuchViewException(what + " is " + text + "; expected "
                    + (most == Long.MAX_VALUE ? "decimal digits" : "0 to " + most));
        }
        return Long.parseLong(text);
    }
}

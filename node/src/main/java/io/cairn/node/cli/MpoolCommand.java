package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.money.TokenAmount;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** The group of commands about messages that wait for a block. */
@Command(
        name = "mpool",
        description = "Shows messages that wait for a block.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = MpoolCommand.Pending.class)
final class MpoolCommand {

    private MpoolCommand() {}

    @Command(name = "pending", description = "Lists the messages in the node's pool.")
    static final class Pending extends AskingCommand {

        @Override
        JsonNode ask() {
            ArrayNode rows = JsonNodeFactory.instance.arrayNode();
            chain(node -> node.ask(FullNode.class, full -> full.mpoolPending(TipsetKey.EMPTY)))
                    .forEach(signed -> rows.add(TipsetForm.of(signed.cid(), signed.message())));
            return rows;
        }

        @Override
        void show(JsonNode messages, Paper paper) {
            if (messages.isEmpty()) {
                paper.line("No message waits.");
                return;
            }
            List<List<Cell>> rows = new ArrayList<>();
            messages.forEach(message -> rows.add(List.of(
                    Cell.of(message.path("cid").asText()), Cell.of(message.path("from").asText()), Cell.of(message.path("to").asText()),
                    Cell.of(message.path("nonce").asText()), Cell.of(message.path("method").asText()),
                    Cell.of(TokenAmount.ofAtto(message.path("value").asText()).toShortString()),
                    Cell.of(TokenAmount.ofAtto(message.path("gasFeeCap").asText()).toShortString()))));
            paper.table(List.of("message", "from", "to", "nonce", "method", "value", "fee cap"), rows);
        }
    }
}

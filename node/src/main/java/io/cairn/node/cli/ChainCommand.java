package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.node.client.NodeClient;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.TipsetKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The group of commands about the chain; they ask the node itself. */
@Command(
        name = "chain",
        description = "Shows the chain as its node tells it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ChainCommand.Head.class, ChainCommand.Listing.class, ChainInspectCommand.class})
final class ChainCommand {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private ChainCommand() {}

    /** A tipset as {@code 693: (Nov 21 09:30:47) [ bafy2...: t01000, ]}. */
    static String line(JsonNode tipset) {
        String blocks = StreamSupport.stream(tipset.path("blocks").spliterator(), false)
                .map(block -> block.path("cid").asText() + ": " + block.path("miner").asText() + ",")
                .collect(Collectors.joining(" "));
        return tipset.path("height").asText() + ": (" + TIME.format(Instant.parse(tipset.path("time").asText())) + ") [ " + blocks + " ]";
    }

    @Command(name = "head", description = "Prints the identifiers of the head's blocks.")
    static final class Head extends AskingCommand {

        @Override
        JsonNode ask() {
            return chain(node -> TipsetForm.of(node.ask(FullNode.class, FullNode::chainHead)));
        }

        @Override
        void show(JsonNode head, Paper paper) {
            head.path("blocks").forEach(block -> paper.line(block.path("cid").asText()));
        }
    }

    @Command(name = "list", description = "Lists the newest tipsets, the newest last.")
    static final class Listing extends AskingCommand {

        private static final int MOST = 10_000;

        @Option(names = "--count", paramLabel = "N", defaultValue = "30", description = "How many (default: ${DEFAULT-VALUE}).")
        private int count;

        @Option(names = "--height", paramLabel = "EPOCH", description = "Up to this epoch (default: the head).")
        private Long height;

        @Override
        JsonNode ask() {
            if (count < 1 || count > MOST) {
                throw new CommandLine.ParameterException(commandLine(), "--count is " + count + "; expected 1 to " + MOST);
            }
            return chain(this::list);
        }

        private ArrayNode list(NodeClient node) {
            FullNode full = node.as(FullNode.class);
            Tipset tipset = node.answer(height == null ? full.chainHead() : full.chainGetTipSetByHeight(height, TipsetKey.EMPTY));
            ArrayNode rows = JsonNodeFactory.instance.arrayNode().add(TipsetForm.of(tipset));
            while (rows.size() < count && tipset.height() > 0) {
                tipset = node.answer(full.chainGetTipSet(new TipsetKey(tipset.blocks().getFirst().parents())));
                rows.insert(0, TipsetForm.of(tipset));
            }
            return rows;
        }

        @Override
        void show(JsonNode tipsets, Paper paper) {
            tipsets.forEach(tipset -> paper.line(Cell.of(line(tipset))));
        }
    }
}

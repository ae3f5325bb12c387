package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.client.NodeClient;
import io.cairn.node.client.RefusedException;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.node.console.Style;
import io.cairn.protocol.api.ChainMessage;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.MsgLookup;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.BlockHeader;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.ExitCode;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.MessageReceipt;
import io.cairn.protocol.money.TokenAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        aliases = "get",
        description = "Shows a tipset with its messages and their outcomes, or a message and where it was executed.")
final class ChainInspectCommand extends AskingCommand {

    private static final int WIDTH = 12;

    @Parameters(paramLabel = "WHAT", description = "An epoch, or the identifier of a block or a message.")
    private String what;

    @Override
    JsonNode ask() {
        return chain(node -> what.matches("[0-9]{1,18}") ? atEpoch(node, Long.parseLong(what)) : byCid(node, cid()));
    }

    private Cid cid() {
        try {
            return Cid.parse(what);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(commandLine(), "'" + what + "' is neither an epoch nor an identifier: " + e.getMessage());
        }
    }

    private static JsonNode atEpoch(NodeClient node, long epoch) {
        Tipset tipset = node.answer(node.as(FullNode.class).chainGetTipSetByHeight(epoch, TipsetKey.EMPTY));
        return tipset(node, tipset).put("nullRound", tipset.height() != epoch);
    }

    private static JsonNode byCid(NodeClient node, Cid cid) {
        FullNode full = node.as(FullNode.class);
        try {
            BlockHeader block = node.answer(full.chainGetBlock(cid));
            return tipset(node, node.answer(full.chainGetTipSetByHeight(block.height(), TipsetKey.EMPTY))).put("nullRound", false);
        } catch (RefusedException notABlock) {
            return message(node, full, cid);
        }
    }

    private static ObjectNode message(NodeClient node, FullNode full, Cid cid) {
        Message message = node.answer(full.chainGetMessage(cid));
        Optional<MsgLookup> lookup = node.answer(full.stateSearchMsg(TipsetKey.EMPTY, cid, -1, true));
        ObjectNode form = TipsetForm.of(cid, message);
        lookup.ifPresentOrElse(
                found -> outcome(form.put("executedAt", found.height()), found.receipt()), () -> form.putNull("executedAt"));
        return form;
    }

    private static void outcome(ObjectNode form, MessageReceipt receipt) {
        form.put("exitCode", receipt.exitCode()).put("gasUsed", receipt.gasUsed());
    }

    private static ObjectNode tipset(NodeClient node, Tipset tipset) {
        FullNode full = node.as(FullNode.class);
        List<ChainMessage> messages = node.answer(full.chainGetMessagesInTipset(tipset.key()));
        List<MessageReceipt> receipts = List.of();
        if (node.answer(full.chainHead()).height() > tipset.height()) {
            Tipset child = node.answer(full.chainGetTipSetAfterHeight(tipset.height() + 1, TipsetKey.EMPTY));
            receipts = node.answer(full.chainGetParentReceipts(child.cids().getFirst()));
        }
        ObjectNode form = TipsetForm.of(tipset);
        ArrayNode list = form.putArray("messages");
        for (int i = 0; i < messages.size(); i++) {
            ObjectNode message = TipsetForm.of(messages.get(i).cid(), messages.get(i).message());
            if (i < receipts.size()) {
                outcome(message, receipts.get(i));
            }
            list.add(message);
        }
        return form;
    }

    @Override
    void show(JsonNode answer, Paper paper) {
        if (answer.has("from")) {
            showMessage(answer, paper);
        } else {
            showTipset(answer, paper);
        }
    }

    private static void showMessage(JsonNode message, Paper paper) {
        paper.field(WIDTH, "Message", message.path("cid").asText());
        paper.field(WIDTH, "From", message.path("from").asText());
        paper.field(WIDTH, "To", message.path("to").asText());
        paper.field(WIDTH, "Nonce", message.path("nonce").asText());
        paper.field(WIDTH, "Value", fil(message.path("value")));
        paper.field(WIDTH, "Method", message.path("method").asText());
        paper.field(WIDTH, "GasLimit", message.path("gasLimit").asText());
        paper.field(WIDTH, "GasFeeCap", fil(message.path("gasFeeCap")));
        paper.field(WIDTH, "GasPremium", fil(message.path("gasPremium")));
        if (message.path("executedAt").isNull()) {
            paper.field(WIDTH, "Executed", new Cell("not yet", Style.WARNING));
        } else {
            paper.field(WIDTH, "Executed", "at epoch " + message.path("executedAt").asText());
            paper.field(WIDTH, "Exit code", exit(message));
            paper.field(WIDTH, "Gas used", message.path("gasUsed").asText());
        }
        if (!message.path("params").asText().isEmpty()) {
            paper.field(WIDTH, "Params", message.path("params").asText());
        }
    }

    private static String fil(JsonNode atto) {
        return TokenAmount.ofAtto(atto.asText()).toShortString();
    }

    private static Cell exit(JsonNode message) {
        if (!message.has("exitCode")) {
            return Cell.of("");
        }
        long code = message.path("exitCode").asLong();
        return code == 0 ? new Cell("0", Style.GOOD) : new Cell(ExitCode.describe(code), Style.BAD);
    }

    private static void showTipset(JsonNode tipset, Paper paper) {
        if (tipset.path("nullRound").asBoolean()) {
            paper.line(new Cell("No block was made at that epoch; this is the tipset before it.", Style.WARNING));
        }
        paper.line(ChainCommand.line(tipset));
        paper.field(WIDTH, "Base fee", fil(tipset.path("baseFee")));
        paper.field(WIDTH, "Weight", tipset.path("parentWeight").asText());
        paper.field(WIDTH, "State root", tipset.path("parentStateRoot").asText());
        if (tipset.path("messages").isEmpty()) {
            paper.line("No messages.");
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        tipset.path("messages").forEach(message -> rows.add(List.of(
                Cell.of(message.path("cid").asText()), Cell.of(message.path("from").asText()), Cell.of(message.path("to").asText()),
                Cell.of(message.path("nonce").asText()), Cell.of(message.path("method").asText()),
                Cell.of(fil(message.path("value"))), exit(message))));
        paper.table(List.of("message", "from", "to", "nonce", "method", "value", "exit"), rows);
    }
}

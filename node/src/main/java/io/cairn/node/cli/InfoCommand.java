package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.node.console.Epochs;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.node.console.Quantities;
import io.cairn.node.console.Style;
import io.cairn.protocol.money.TokenAmount;
import java.util.Locale;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;

@Command(
        name = "info",
        description = {
            "Shows how the provider stands: chain, alerts, power, money, sectors, what is being computed.",
            "Power is quality-adjusted, Raw is bytes. Committed counts all sectors that live on the chain, Proving those whose"
                    + " windows count. PreCommit is the deposit of sectors not yet proven, Pledge the collateral of proven ones,"
                    + " Vesting rewards not yet released. Spendable is what messages and deposits can be paid from."
                    + " Proof memory is what proofs have set aside outside the heap, of what they may (cairn.proving.memory);"
                    + " a proof that needs more waits for others to end."
        })
final class InfoCommand extends AskingCommand {

    private static final int WIDTH = 19;
    private static final double SYNCED_DELAYS = 1.5;
    private static final double SLOW_DELAYS = 5;

    /** Base fees in attoFIL at which Lotus changes the colour. */
    private static final TokenAmount DEAR = TokenAmount.ofAtto(3_000_000_000L);
    private static final TokenAmount RAISED = TokenAmount.ofAtto(750_000_000L);
    private static final TokenAmount USUAL = TokenAmount.ofAtto(100_000_000L);

    @Override
    JsonNode ask() {
        return provider().view("info");
    }

    @Override
    void show(JsonNode info, Paper paper) {
        paper.line("Miner: " + text(info, "miner") + " (" + Quantities.bytes(text(info, "sectorSize")) + " sectors) on "
                + text(info, "network") + ", up " + Epochs.words(info.path("uptimeSeconds").asLong()));
        chain(info, paper);
        paper.line(text(info, "sentence"));
        info.path("alerts").forEach(alert -> paper.line(new Cell("⚠ " + alertText(alert), Style.BAD)));
        power(info, paper);
        wins(info, paper);
        balances(info, paper);
        sectors(info, paper);
        jobs(info, paper);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    /** An alert is a sentence, or has one. */
    private static String alertText(JsonNode alert) {
        if (alert.isTextual()) {
            return alert.asText();
        }
        return StreamSupport.stream(alert.spliterator(), false).filter(JsonNode::isTextual).map(JsonNode::asText)
                .reduce((first, second) -> first + " " + second).orElse(alert.toString());
    }

    private static void chain(JsonNode info, Paper paper) {
        double age = info.path("behindSeconds").asDouble();
        double delay = info.path("blockDelaySeconds").asDouble();
        Cell sync = age < SYNCED_DELAYS * delay ? new Cell("[sync ok]", Style.GOOD)
                : age < SLOW_DELAYS * delay ? new Cell("[sync slow (" + Epochs.words((long) age) + " behind)]", Style.WARNING)
                        : new Cell("[sync behind! (" + Epochs.words((long) age) + " behind)]", Style.BAD);
        TokenAmount baseFee = TokenAmount.ofAtto(text(info, "baseFee"));
        paper.line(Cell.of("Chain: "), sync, Cell.of(" "), new Cell("[basefee " + baseFee.toShortString() + "]", feeStyle(baseFee)),
                Cell.of(" [epoch " + text(info, "height") + "]"));
    }

    private static Style feeStyle(TokenAmount baseFee) {
        if (baseFee.compareTo(DEAR) > 0) {
            return Style.BAD;
        }
        return baseFee.compareTo(RAISED) > 0 ? Style.WARNING : baseFee.compareTo(USUAL) > 0 ? Style.GOOD : Style.NEUTRAL;
    }

    private static void power(JsonNode info, Paper paper) {
        String own = text(info, "qualityPower");
        String all = text(info, "networkQualityPower");
        paper.line("Power: " + Quantities.quality(own) + " / " + Quantities.quality(all) + " (" + Quantities.percent(own, all, 4) + ")");
        String raw = text(info, "rawBytePower");
        String allRaw = text(info, "networkRawBytePower");
        paper.line("\tRaw: " + Quantities.bytes(raw) + " / " + Quantities.bytes(allRaw) + " (" + Quantities.percent(raw, allRaw, 4) + ")");
        paper.line("\tCommitted: " + Quantities.bytes(text(info, "committedBytes")));
        boolean faulty = info.path("faultySectors").asLong() > 0;
        paper.line(Cell.of("\tProving: " + Quantities.bytes(text(info, "provingBytes"))), new Cell(!faulty ? ""
                : " (" + Quantities.bytes(text(info, "faultyBytes")) + " Faulty, "
                        + Quantities.percent(text(info, "faultySectors"), text(info, "liveSectors"), 2) + ")", Style.BAD));
    }

    private static void wins(JsonNode info, Paper paper) {
        if (!info.path("hasMinPower").asBoolean() || info.path("winEverySeconds").isNull()) {
            paper.line(new Cell("Below minimum power threshold, no blocks will be won", Style.WARNING));
            return;
        }
        paper.line(String.format(Locale.ROOT, "Projected average block win rate: %.2f/week (every %s)",
                info.path("winsPerWeek").asDouble(), Epochs.words((long) info.path("winEverySeconds").asDouble())));
        paper.line("Projected block win with 99.9% probability every "
                + Epochs.words((long) info.path("winNearlySureSeconds").asDouble()));
    }

    private static void balances(JsonNode info, Paper paper) {
        paper.line();
        JsonNode balance = info.path("balance");
        fil(paper, "Miner Balance", balance.path("total"));
        fil(paper, "      PreCommit", balance.path("preCommit"));
        fil(paper, "      Pledge", balance.path("pledge"));
        fil(paper, "      Vesting", balance.path("vesting"));
        if (!text(balance, "feeDebt").equals("0")) {
            fil(paper, "      Fee Debt", balance.path("feeDebt"));
        }
        fil(paper, "      Available", balance.path("available"));
        fil(paper, "Market Balance", info.path("market").path("escrow"));
        fil(paper, "       Locked", info.path("market").path("locked"));
        fil(paper, "       Available", info.path("market").path("available"));
        fil(paper, "Worker Balance", info.path("workerBalance"));
        if (!info.path("control").isEmpty()) {
            fil(paper, "       Control", info.path("controlBalance"));
        }
        fil(paper, "Total Spendable", info.path("spendable"));
        paper.line();
        paper.field(WIDTH, "Beneficiary", text(info, "beneficiary"));
    }

    private static void fil(Paper paper, String label, JsonNode atto) {
        paper.field(WIDTH, label, TokenAmount.ofAtto(atto.asText()).toShortString());
    }

    private static void sectors(JsonNode info, Paper paper) {
        paper.line();
        paper.line("Sectors:");
        long total = 0;
        for (JsonNode count : info.path("sectors")) {
            total += count.asLong();
        }
        paper.line("\tTotal: " + total);
        info.path("sectors").properties().forEach(state ->
                paper.line(Cell.of("\t"), new Cell(state.getKey() + ": " + state.getValue().asLong(), SectorsCommand.style(state.getKey()))));
        if (info.path("faultySectors").asLong() > 0) {
            paper.line(Cell.of("\t"), new Cell("Faulty: " + text(info, "faultySectors") + ", recovering " + text(info, "recoveringSectors"), Style.BAD));
        }
    }

    private static void jobs(JsonNode info, Paper paper) {
        paper.line();
        paper.line("Deadline " + text(info, "deadline") + ": epochs " + text(info, "deadlineOpen") + " to " + text(info, "deadlineClose"));
        if (info.path("jobs").isEmpty()) {
            paper.line("Nothing is being computed.");
        }
        info.path("jobs").forEach(job -> paper.line("Computing: " + alertText(job)));
        JsonNode memory = info.path("proofMemory");
        paper.line("Proof memory: " + Quantities.bytes(text(memory, "reserved")) + " of " + Quantities.bytes(text(memory, "limit")) + " reserved");
    }
}

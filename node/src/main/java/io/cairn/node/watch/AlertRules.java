package io.cairn.node.watch;

import io.cairn.actors.view.DeadlineView;
import io.cairn.actors.view.SectorView;
import io.cairn.node.view.Amounts;
import io.cairn.node.view.Overview.Alert;
import io.cairn.node.view.Overview.DeadlineCell;
import io.cairn.node.view.Overview.Tone;
import io.cairn.node.view.Spans;
import io.cairn.persistence.deadline.WindowState;
import io.cairn.persistence.sector.SectorState;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What needs a hand at one moment. Nothing is an alert that an operator can do nothing about and that costs nothing. */
final class AlertRules {

    private static final TokenAmount LITTLE = TokenAmount.ofFil(1);
    private static final int FAILURES_TOLERATED = 2;
    private static final int NAMED = 10;

    private final Facts facts;
    private final List<DeadlineCell> cells;
    private final Pace pace;
    private final List<Alert> alerts = new ArrayList<>();

    private AlertRules(Facts facts, List<DeadlineCell> cells, Pace pace) {
        this.facts = facts;
        this.cells = cells;
        this.pace = pace;
    }

    static List<Alert> of(Facts facts, List<DeadlineCell> cells, Pace pace) {
        AlertRules rules = new AlertRules(facts, cells, pace);
        rules.absences();
        rules.windows();
        rules.faults();
        rules.sectors();
        rules.strangers();
        rules.deals();
        rules.sweep();
        rules.funds();
        return rules.alerts;
    }

    private void absences() {
        facts.nodeAway().ifPresent(away -> add("node-away", Tone.bad, "Chain node away",
                away.reason() + ". No proof and no message can be sent. See that the node runs and can be reached;"
                        + " Cairn goes on by itself when it is back.", away.since()));
        facts.providerAway().ifPresent(away -> add("provider-away", Tone.bad, "Provider does not answer",
                away.reason() + ". See the log beside the data; a restart loses nothing.", away.since()));
        if (Verdicts.headStands(facts, pace) && !Verdicts.clockWaits(facts, cells, pace)) {
            add("head-stands", Tone.warn, "Chain stands still", "The head has been at epoch " + Amounts.count(facts.chain().height())
                    + " for longer than it should. See that the node has peers and its disk is not full.", facts.headMoved());
        } else if (facts.nodeAway().isEmpty() && pace.isBehind(facts.behind())) {
            add("node-behind", Tone.warn, "Chain node is behind", "Its head is " + Spans.words(facts.behind().toSeconds())
                    + " old: it is not in sync, and windows may close on the chain before it sees them. See that it has peers and keeps up"
                    + " (Lotus: 'lotus sync status').", facts.at());
        }
    }

    private void windows() {
        long period = facts.chain().now().schedule().period();
        for (DeadlineView view : facts.deadlines()) {
            DeadlineCells.missed(view.windows(), facts.chain().height(), period)
                    .filter(_ -> cells.get(view.index()).liveSectors() > 0)
                    .ifPresent(window -> missed(view.index(), window));
            view.windows().stream().filter(window -> window.outcome().isEmpty() && window.failures() >= FAILURES_TOLERATED)
                    .filter(_ -> cells.get(view.index()).liveSectors() > 0)
                    .forEach(window -> add("proof-fails-" + view.index(), Tone.warn, "Window proof fails",
                            "The proof for deadline " + view.index() + " failed " + Amounts.of(window.failures(), "time") + ": "
                                    + window.detail() + ". It is tried again at every new head.", facts.at()));
        }
    }

    private void missed(int index, WindowState window) {
        DeadlineCell cell = cells.get(index);
        add("missed-" + index + "-" + window.window().open(), Tone.bad, "Deadline " + index + " missed its window",
                "No proof landed before epoch " + Amounts.count(window.window().close())
                        + (window.detail().isEmpty() ? "" : " (" + window.detail() + ")") + ". "
                        + (cell.faultySectors() == 0 ? "" : Amounts.of(cell.faultySectors(), "sector")
                                + " lost power and will be declared recovered by itself before the next window. ")
                        + "See the log for what held the proof up.", closedAt(window));
    }

    /** Epochs say when a window closed, unless the chain jumps; then the moment at which it is first seen has to do. */
    private Instant closedAt(WindowState window) {
        long epochs = Math.max(0, facts.chain().height() - window.window().close());
        return pace.timeLapse() ? facts.at() : facts.at().minusMillis(Math.round(pace.seconds(epochs) * 1000));
    }

    private void faults() {
        for (DeadlineCell cell : cells) {
            BitField live = facts.chain().deadlines().get(cell.index()).live();
            BitField lost = live.intersect(facts.chain().faults()).minus(facts.chain().recoveries());
            if (!lost.isEmpty()) {
                add("faulty-" + cell.index() + "-" + lost, Tone.bad, title(lost) + " faulty",
                        "In deadline " + cell.index() + ". A faulty sector has no power and pays a fee each day. Put its files right;"
                                + " what can be read again is declared recovered before the next window by itself.", facts.at());
            }
            BitField recovering = live.intersect(facts.chain().recoveries());
            if (!recovering.isEmpty()) {
                add("recovering-" + cell.index() + "-" + recovering, Tone.warn, title(recovering) + " recovering",
                        "Declared; power comes back with the proof of deadline " + cell.index() + ", which opens at epoch "
                                + Amounts.count(cell.open()) + ". Nothing to do.", facts.at());
            }
        }
    }

    private static String title(BitField sectors) {
        String names = sectors.stream().limit(NAMED).mapToObj(Long::toString).collect(Collectors.joining(", "));
        long more = sectors.count() - NAMED;
        return (sectors.count() == 1 ? "Sector " : "Sectors ") + names + (more > 0 ? " and " + Amounts.count(more) + " more" : "");
    }

    private void sectors() {
        for (SectorView view : facts.sectors()) {
            SectorState state = view.state();
            if (state.troubles().hold().isPresent()) {
                add("held-" + view.number(), Tone.warn, "Sector " + view.number() + " waits for you",
                        state.troubles().last() + ". Nothing happens to it until you resume or remove it.",
                        Instant.ofEpochMilli(SectorStage.last(state, "sector.held").at()));
            } else if (state.work().until() > facts.at().toEpochMilli() && state.work().attempt() >= FAILURES_TOLERATED) {
                add("fails-" + view.number(), Tone.warn, "Sector " + view.number() + " keeps failing",
                        "Tried " + Amounts.of(state.work().attempt(), "time") + ": " + state.troubles().last() + ". Tried again in "
                                + Spans.words((state.work().until() - facts.at().toEpochMilli()) / 1000.0) + ".",
                        Instant.ofEpochMilli(SectorStage.last(state, "sector.stage-failed").at()));
            }
        }
    }

    private void strangers() {
        if (!facts.strangers().isEmpty()) {
            add("strangers-" + facts.strangers(), Tone.bad, title(BitField.of(facts.strangers())) + " unknown here",
                    "The chain counts on it, but this journal does not know it, so it is not proved. See that the home folder is the right one"
                            + " and the journal complete.", facts.at());
        }
    }

    private void sweep() {
        facts.swept().ifPresent(found -> {
            found.stuck().entrySet().stream().limit(NAMED).forEach(stuck -> add("stuck-" + stuck.getKey(), Tone.bad,
                    "Sector " + stuck.getKey() + " is stuck", "It waits for nothing that will come: " + stuck.getValue()
                            + ". A restart may set it going; 'cairn sectors status " + stuck.getKey() + "' shows its history.", found.at()));
            if (!found.strays().isEmpty()) {
                add("strays-" + found.strays().keySet(), Tone.warn, "Files of sectors that are not followed",
                        Amounts.bytes(BigInteger.valueOf(found.strays().values().stream().mapToLong(Long::longValue).sum()))
                                + " belong to " + found.strays().keySet().stream().limit(NAMED).collect(Collectors.joining(", "))
                                + ". They stay until you delete them.", found.at());
            }
        });
    }

    private void deals() {
        facts.deals().stream().filter(deal -> !deal.state().paused().isEmpty()).limit(NAMED).forEach(deal ->
                add("deal-" + deal.deal(), Tone.warn, "Deal " + deal.deal() + " waits for you", deal.state().paused()
                        + ". 'cairn deals retry " + deal.deal() + "' goes on with it, 'cancel' ends it.", facts.at()));
    }

    private void funds() {
        if (facts.chain().worker().compareTo(LITTLE) < 0) {
            add("worker-funds", Tone.warn, "Worker runs out of funds", "It can spend " + Amounts.fil(facts.chain().worker())
                    + "; without funds no proof is sent. Send some FIL to the worker ('cairn wallet address' names it);"
                    + " what waits for money is tried again by itself, a sector at once after 'cairn sectors resume N'.", facts.at());
        }
    }

    private void add(String id, Tone tone, String title, String text, Instant since) {
        alerts.add(new Alert(id, tone, title, text, since.toEpochMilli()));
    }
}

package io.cairn.node.watch;

import io.cairn.node.view.Amounts;
import io.cairn.node.view.Overview.Alert;
import io.cairn.node.view.Overview.DeadlineCell;
import io.cairn.node.view.Overview.Job;
import io.cairn.node.view.Overview.Tone;
import io.cairn.node.view.Overview.Verdict;
import io.cairn.node.view.Spans;
import io.cairn.persistence.deadline.WindowOutcome;
import java.util.List;
import java.util.Optional;

/** One sentence that answers "am I losing money now?", the worst thing first. */
final class Verdicts {

    /** Epochs before the end of a window at which the embedded chain's clock waits for the proof. */
    private static final long CLOCK_WAITS = 5;

    /** A window with less than this part of its time left and no proof is at risk. */
    private static final int LAST_PARTS = 4;

    private final Facts facts;
    private final List<DeadlineCell> cells;
    private final List<Alert> alerts;
    private final Pace pace;
    private final String next;
    private final List<Job> jobs;

    private Verdicts(Facts facts, List<DeadlineCell> cells, List<Alert> alerts, Pace pace) {
        this.facts = facts;
        this.cells = cells;
        this.alerts = alerts;
        this.pace = pace;
        this.jobs = Jobs.of(facts.work(), facts.at());
        this.next = NextWindow.words(cells, facts, pace);
    }

    static Verdict of(Facts facts, List<DeadlineCell> cells, List<Alert> alerts, Pace pace) {
        Verdicts verdicts = new Verdicts(facts, cells, alerts, pace);
        return verdicts.blind()
                .or(verdicts::losing)
                .or(verdicts::behind)
                .or(verdicts::openWindow)
                .or(verdicts::recovering)
                .or(verdicts::withoutPower)
                .orElseGet(verdicts::fine);
    }

    /** Whether the head has not moved for longer than it should. */
    static boolean headStands(Facts facts, Pace pace) {
        return facts.headAge().compareTo(pace.patience()) > 0;
    }

    /** Whether the chain's own clock stands so that an open window is not missed. */
    static boolean clockWaits(Facts facts, List<DeadlineCell> cells, Pace pace) {
        return pace.timeLapse() && NextWindow.open(cells)
                .filter(cell -> facts.chain().height() >= cell.close() - CLOCK_WAITS).isPresent();
    }

    private Optional<Verdict> blind() {
        if (facts.providerAway().isPresent()) {
            return verdict(Tone.bad, "The provider does not answer: what stands here is old.", facts.providerAway().get().reason());
        }
        String age = Spans.words(facts.headAge().toMillis() / 1000.0);
        if (facts.nodeAway().isPresent()) {
            return verdict(Tone.bad, NextWindow.open(cells)
                            .map(cell -> "At risk: the chain node is away and deadline " + cell.index() + " is open and unproved.")
                            .orElse("The chain node is away: nothing can be proved or sent until it is back."),
                    "Last head " + age + " ago. " + last());
        }
        if (headStands(facts, pace)) {
            return clockWaits(facts, cells, pace)
                    ? verdict(Tone.busy, "The embedded chain waits for the proof of deadline " + NextWindow.open(cells).orElseThrow().index() + ".",
                            "It does not let a window end unproved.")
                    : verdict(Tone.warn, "The chain stands still: no new head for " + age + ".", last());
        }
        return Optional.empty();
    }

    private Optional<Verdict> behind() {
        return pace.isBehind(facts.behind())
                ? verdict(Tone.warn, "The chain node is behind: its head is " + Spans.words(facts.behind().toSeconds()) + " old.", last())
                : Optional.empty();
    }

    /** Of a chain that is not seen moving only epochs are known, no clock times. */
    private String last() {
        return NextWindow.open(cells).map(cell -> "Deadline " + cell.index() + " closes at epoch " + Amounts.count(cell.close()) + ".")
                .or(() -> NextWindow.next(cells, facts.chain().height())
                        .map(cell -> "Deadline " + cell.index() + " opens at epoch " + Amounts.count(cell.open()) + "."))
                .orElse("No window to prove.");
    }

    private Optional<Verdict> losing() {
        long lost = facts.chain().lost();
        long live = facts.chain().live();
        List<DeadlineCell> missed = cells.stream().filter(cell -> alerts.stream()
                .anyMatch(alert -> alert.id().startsWith("missed-" + cell.index() + "-"))).toList();
        if (lost > 0) {
            String why = missed.isEmpty() ? "" : " since deadline " + missed.getFirst().index() + " missed its window";
            return verdict(Tone.bad, "Losing money: " + lost + " of " + Amounts.of(live, "sector") + (lost == 1 ? " is" : " are") + " faulty" + why + ".",
                    next);
        }
        if (!missed.isEmpty() && facts.chain().recoveries().isEmpty()) {
            return verdict(Tone.warn, "Nothing lost now, but deadline " + missed.getFirst().index() + " missed its last window.", next);
        }
        return Optional.empty();
    }

    private Optional<Verdict> openWindow() {
        return NextWindow.open(cells).flatMap(cell -> {
            long left = cell.close() - facts.chain().height();
            String name = "deadline " + cell.index();
            boolean late = left * LAST_PARTS < cell.close() - cell.open();
            boolean sent = cell.proof().startsWith("proof sent");
            if (late && !sent) {
                return verdict(Tone.bad, "At risk: the window of " + name + " is nearly over and its proof is not sent.",
                        next + " Now " + proof(cell) + ".");
            }
            return verdict(late ? Tone.warn : Tone.busy, "Nothing lost: the window of " + name + " is open, " + proof(cell) + ".", next);
        });
    }

    private String proof(DeadlineCell cell) {
        return cell.proof().startsWith("proof is being made")
                ? job("Window " + cell.index() + ",").map(done -> "its proof is " + done + " done").orElse(cell.proof())
                : cell.proof().isEmpty() ? "its proof not begun" : cell.proof();
    }

    /** How far a computation is whose name begins like this, if it counts. */
    private Optional<String> job(String name) {
        return jobs.stream().filter(job -> job.name().startsWith(name) && job.share() >= 0).findFirst()
                .map(job -> Math.round(Math.floor(job.share() * 100)) + " %");
    }

    private Optional<Verdict> recovering() {
        long count = facts.chain().recoveries().count();
        return count == 0 ? Optional.empty() : verdict(Tone.warn, Amounts.of(count, "sector") + (count == 1 ? " is" : " are")
                + " recovering: power comes back with the next proof.", next);
    }

    private Optional<Verdict> withoutPower() {
        if (facts.chain().live() > 0) {
            return Optional.empty();
        }
        long moving = facts.sectors().stream().filter(view -> view.state().troubles().hold().isEmpty()).count();
        if (moving > 0) {
            return verdict(Tone.busy, "No power yet: " + Amounts.of(moving, "sector") + (moving == 1 ? " is" : " are") + " being sealed.",
                    (sealing() + hand()).strip());
        }
        return verdict(alerts.isEmpty() ? Tone.none : Tone.warn, "No sector to prove: nothing is earned, nothing is lost.",
                alerts.isEmpty() ? "A first sector comes with ./cairn pledge 1 or ./cairn store FILE." : hand().strip());
    }

    private String sealing() {
        return jobs.stream().filter(job -> job.name().startsWith("Sector ")).findFirst()
                .map(job -> job.name() + (job.share() < 0 ? "" : ", " + job(job.name()).orElse("") + " done")
                        + (job.secondsLeft() < 0 ? "" : ", about " + Spans.words(Math.ceil(job.secondsLeft())) + " left") + ".")
                .orElse("Nothing to prove until then.");
    }

    private Verdict fine() {
        boolean everProved = facts.deadlines().stream().flatMap(view -> view.windows().stream())
                .anyMatch(window -> window.outcome().filter(WindowOutcome.PROVEN::equals).isPresent()
                        || !window.batches().isEmpty() && window.verdict() == WindowOutcome.PROVEN);
        String sentence = everProved ? "Every window proven." : "Nothing missed: the first window is still to come.";
        return new Verdict(alerts.isEmpty() ? Tone.done : Tone.warn, sentence, (next + hand()).strip());
    }

    private String hand() {
        return alerts.isEmpty() ? "" : " " + (alerts.size() == 1 ? "One thing needs" : alerts.size() + " things need") + " a hand.";
    }

    private static Optional<Verdict> verdict(Tone tone, String sentence, String detail) {
        return Optional.of(new Verdict(tone, sentence, detail));
    }
}

package io.cairn.node.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.node.console.Screen;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Overview.Alert;
import io.cairn.node.view.Overview.Figures;
import io.cairn.node.view.Overview.Job;
import io.cairn.node.view.Overview.StateCount;
import io.cairn.node.view.Overview.StoryLine;
import io.cairn.node.view.Overview.Tile;
import io.cairn.node.view.Overview.Tone;
import io.cairn.node.view.Overview.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChronicleTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final StringWriter printed = new StringWriter();
    private final Chronicle paper = new Chronicle(new Screen(new PrintWriter(printed), false, false), START);
    private final List<StoryLine> story = new ArrayList<>();
    private List<Alert> alerts = List.of();
    private List<Job> jobs = List.of();
    private String power = "0";
    private long height = 100;

    private Overview overview() {
        return new Overview("t01000", "invented", height++, 0.5, new Verdict(Tone.done, "Every window proven.", ""), alerts,
                List.of(new Tile("Power", power + " B", "10 % of the network")), "Deadline 7 opens in 62 epochs (1 min 2 s, at 12:01:02).",
                List.of(), List.of(new StateCount("proving", 2, Tone.done)), List.of(), jobs, new Overview.Cores(1, 0, List.of()), new Overview.Memory(0, 1), List.of(), story.reversed(),
                new Figures(power, power, "20480", "0", "0", 0, 0, 0, 0, 0, 0, new Overview.Sweep(0, 0, 0, 0), List.of(), 0));
    }

    private void happened(String subject, String text, int second) {
        story.add(new StoryLine(story.size() + 1, START.plusSeconds(second).toEpochMilli(), subject, text, Tone.none));
    }

    private List<String> told(int second) {
        int before = printed.toString().length();
        paper.tell(overview(), START.plusSeconds(second));
        return printed.toString().substring(before).lines().map(line -> line.substring("12:00:00 ".length())).toList();
    }

    @Test
    void eachEventIsALineAndNoneIsToldTwice() {
        happened("sector 1", "pre-committed", 1);
        assertTrue(told(2).contains("sector 1: pre-committed"));
        assertEquals(List.of(), told(3));
        happened("sector 1", "proof made in 80 s", 4);
        assertEquals(List.of("sector 1: proof made in 80 s"), told(5));
    }

    @Test
    void whatHappenedBeforeTheStartIsNotToldAgain() {
        happened("sector 1", "pre-committed", -100);
        assertEquals(List.of(), told(1).stream().filter(line -> line.contains("pre-committed")).toList());
    }

    @Test
    void theLineOfLifeComesWhenPowerChangesAndNotWithEveryHead() {
        assertEquals(List.of("epoch 100 · power 0 B (10 % of the network) · sectors: 2 proving · Deadline 7 opens in 62 epochs (1 min 2 s, at 12:01:02)"),
                told(1));
        for (int second = 2; second < 600; second++) {
            assertEquals(List.of(), told(second));
        }
        power = "4096";
        assertEquals(1, told(600).size());
        assertEquals(List.of(), told(601));
    }

    @Test
    void aQuietProviderGivesASignOfLifeEachTenMinutes() {
        told(0);
        long lines = 0;
        for (int second = 1; second <= 3600; second++) {
            lines += told(second).size();
        }
        assertEquals(6, lines);
    }

    @Test
    void aComputationGetsALineAMinuteAtMost() {
        told(0);
        List<String> lines = new ArrayList<>();
        for (int second = 1; second <= 150; second++) {
            jobs = List.of(new Job(7, "sealing", "Sector 1: proof", second, 150, "", START.toEpochMilli(), 150 - second));
            lines.addAll(told(second));
        }
        assertEquals(List.of("Sector 1: proof: 40 %  0.7 %/s  01:30 left", "Sector 1: proof: 80 %  0.7 %/s  00:30 left"), lines);
    }

    @Test
    void anAlertIsToldWhenItComesAndAgainOnlyWhenItComesBack() {
        told(0);
        alerts = List.of(new Alert("away", Tone.bad, "Chain node away", "Connection refused.", START.toEpochMilli()));
        assertEquals(List.of("▲ Chain node away. Connection refused."), told(1));
        assertEquals(List.of(), told(2));
        alerts = List.of();
        assertEquals(List.of(), told(3));
        alerts = List.of(new Alert("away", Tone.bad, "Chain node away", "Timeout.", START.toEpochMilli()));
        assertEquals(List.of("▲ Chain node away. Timeout."), told(4));
    }
}

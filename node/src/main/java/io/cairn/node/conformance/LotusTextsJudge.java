package io.cairn.node.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.conformance.CaseCheck;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Judges how Cairn words what operators know from Lotus' commands: epochs beside the time that they are away, amounts,
 * sizes, power and shares, and tables, each recomputed with what Cairn's own commands print. A text without any of them
 * is skipped.
 */
public final class LotusTextsJudge implements Judge {

    private static final List<String> STATES = List.of("cli-faulty", "cli-mid");
    private static final long MOST_EPOCHS_LATER = 25;
    private static final Pattern OWN_EPOCH = Pattern.compile("Current Epoch: +(\\d+)");
    private static final Pattern LISTED_EPOCH = Pattern.compile("(?m)^(\\d+): \\(");

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return STATES.stream().anyMatch(file::has);
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        STATES.stream().filter(file::has).forEach(state -> {
            JsonNode texts = file.get(state);
            long head = head(texts);
            texts.properties().forEach(text -> judge(state + "/" + text.getKey(), text.getValue().asText(), texts, head, verdicts));
        });
    }

    private static void judge(String name, String text, JsonNode texts, long head, Verdicts verdicts) {
        LotusWords words = words(text, texts, head);
        boolean table = LotusTable.isTable(text);
        if (!table && words.isEmpty()) {
            verdicts.skipped(name, text.contains("No help topic") || text.contains("ERROR:") ? "an error of Lotus' own command line"
                    : "nothing in it is worded by a rule that Cairn follows");
            return;
        }
        CaseCheck.judge(verdicts, name, check -> {
            words.check(check);
            if (table) {
                LotusTable.check(check, text);
            }
        });
    }

    /** A text that does not name its epoch was printed some epochs after the head was listed: the chain went on between two commands. */
    private static LotusWords words(String text, JsonNode texts, long head) {
        String power = texts.path("state-power-miner").asText();
        Matcher own = OWN_EPOCH.matcher(text);
        return own.find() ? new LotusWords(text, Long.parseLong(own.group(1)), power)
                : LongStream.rangeClosed(head, head + MOST_EPOCHS_LATER).mapToObj(now -> new LotusWords(text, now, power))
                        .filter(LotusWords::timesAgree).findFirst().orElseGet(() -> new LotusWords(text, head, power));
    }

    /** The newest epoch of the state's chain. */
    private static long head(JsonNode texts) {
        Matcher listed = LISTED_EPOCH.matcher(texts.path("chain-list").asText());
        long head = 0;
        while (listed.find()) {
            head = Math.max(head, Long.parseLong(listed.group(1)));
        }
        return head;
    }
}

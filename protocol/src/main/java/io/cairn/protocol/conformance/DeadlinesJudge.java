package io.cairn.protocol.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.deadline.ProvingSchedule;
import io.cairn.protocol.deadline.Quantization;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.randomness.Randomness;
import java.util.HexFormat;

/** Judges deadlines, quantization and draws of randomness among the chain's rules; the other sections are another judge's. */
public final class DeadlinesJudge implements Judge {

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return file.has("deadlines") && file.has("quantize");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        ScalarsJudge.each(file, "deadlines", verdicts, DeadlinesJudge::deadline);
        ScalarsJudge.each(file, "quantize", verdicts, (check, known) -> {
            JsonNode in = known.get("in");
            check.sameAs(known, "out", new Quantization(number(in, "unit"), number(in, "offset")).up(number(in, "epoch")));
        });
        int number = 0;
        for (JsonNode known : file.path("randomness")) {
            String name = "randomness/" + number++;
            if (known.get("fn").asText().startsWith("rand.")) {
                CaseCheck.judge(verdicts, name, check -> draw(check, known));
            }
        }
    }

    private static void deadline(CaseCheck check, JsonNode known) {
        JsonNode in = known.get("in");
        ProvingSchedule schedule = in.has("period")
            ? new ProvingSchedule(number(in, "period"), number(in, "deadlines"), number(in, "window"), number(in, "lookback"), number(in, "cutoff"))
            : ProvingSchedule.NETWORK;
        DeadlineInfo deadline = schedule.deadline(number(in, "periodStart"), number(in, "index"), number(in, "currentEpoch"));
        JsonNode out = known.get("out");
        same(check, out, deadline);
        check.sameAs(out, "periodStarted", deadline.periodStarted());
        check.sameAs(out, "periodElapsed", deadline.periodElapsed());
        check.sameAs(out, "periodEnd", deadline.periodEnd());
        check.sameAs(out, "nextPeriodStart", deadline.nextPeriodStart());
        check.sameAs(out, "isOpen", deadline.isOpen());
        check.sameAs(out, "hasElapsed", deadline.hasElapsed());
        check.sameAs(out, "last", deadline.last());
        check.sameAs(out, "nextOpen", deadline.nextOpen());
        check.sameAs(out, "faultCutoffPassed", deadline.faultCutoffPassed());
        if (out.has("nextNotElapsed")) {
            same(check, out.get("nextNotElapsed"), deadline.nextNotElapsed());
        }
    }

    private static void same(CaseCheck check, JsonNode out, DeadlineInfo deadline) {
        check.sameAs(out, "currentEpoch", deadline.currentEpoch());
        check.sameAs(out, "periodStart", deadline.periodStart());
        check.sameAs(out, "index", deadline.index());
        check.sameAs(out, "open", deadline.open());
        check.sameAs(out, "close", deadline.close());
        check.sameAs(out, "challenge", deadline.challenge());
        check.sameAs(out, "faultCutoff", deadline.faultCutoff());
    }

    private static void draw(CaseCheck check, JsonNode known) {
        JsonNode in = known.get("in");
        byte[] base = ScalarsJudge.hex(in, "base");
        check.sameAs(in, "digest", HexFormat.of().formatHex(Randomness.digest(base)));
        byte[] entropy = in.hasNonNull("entropy") ? ScalarsJudge.hex(in, "entropy") : new byte[0];
        byte[] drawn = Randomness.draw(base, DomainSeparationTag.of(in.get("tag").asLong()), number(in, "epoch"), entropy);
        check.sameAs(known, "out", HexFormat.of().formatHex(drawn));
    }

    private static long number(JsonNode in, String member) {
        return Long.parseLong(in.get(member).asText());
    }
}

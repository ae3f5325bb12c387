package io.cairn.node.watch;

import io.cairn.node.view.Amounts;
import io.cairn.node.view.Overview.Tone;
import io.cairn.node.view.Spans;
import io.cairn.persistence.sector.Moment;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import io.cairn.protocol.bitfield.BitField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of a sector's history as an operator tells them; small steps have none. */
final class SectorStory {

    private static final Pattern EPOCH = Pattern.compile("(?<=epoch |until )[0-9]{4,18}\\b");
    private static final int CID_HEAD = 8;
    private static final int CID_TAIL = 6;

    private final long seedDelay;
    private final long watching;

    /**
     * @param seedDelay epochs between a pre-commitment and its seed
     * @param watching  since when all that is computed is seen, milliseconds
     */
    SectorStory(long seedDelay, Instant watching) {
        this.seedDelay = seedDelay;
        this.watching = watching.toEpochMilli();
    }

    /** What a line says, and how bad it is. */
    record Told(String text, Tone tone) {}

    /**
     * The line of one step.
     *
     * @param begun when this process began to compute a stage of the sector, as far as it was seen: by the stage's name
     */
    Optional<Told> tell(SectorState state, int index, Function<String, Optional<Instant>> begun) {
        Moment moment = state.history().get(index);
        String note = grouped(moment.note());
        return switch (moment.what().replaceFirst("\\.v\\d+$", "")) {
            case "sector.created" -> told(Tone.none, note.equals("DEAL") ? "opened for data" : "begun, without data");
            case "sector.packed" -> state.created().filter(created -> created.kind() == SectorKind.DEAL)
                    .flatMap(_ -> told(Tone.none, "closed for data"));
            case "sector.layers-done" -> told(Tone.none, "layers labelled" + took(state, index, "LAYERS", begun));
            case "sector.trees-done" -> told(Tone.none, "trees built, replica encoded" + took(state, index, "TREES", begun));
            case "sector.precommit-sent" -> told(Tone.none, "pre-commitment sent (" + brief(moment.note()) + ")");
            case "sector.precommit-landed" -> told(Tone.none, "pre-committed at " + note + "; seed at epoch " + seedEpoch(moment.note()));
            case "sector.seed-ready" -> told(Tone.none, "seed of " + note + " is there, proof begins");
            case "sector.proof-done" -> told(Tone.done, "proof made" + took(state, index, "PROOF", begun));
            case "sector.commit-sent" -> told(Tone.none, "commitment sent (" + brief(moment.note()) + ")");
            case "sector.commit-landed" -> told(Tone.done, "committed, " + note);
            case "sector.stage-failed" -> told(Tone.warn, "failed: " + note);
            case "sector.rolled-back" -> told(Tone.warn, "goes back " + note);
            case "sector.held" -> told(Tone.bad, "waits for you: " + note);
            case "sector.resumed" -> told(Tone.none, "resumed " + note);
            case "sector.chain-reverted" -> told(Tone.warn, "reorganisation: back " + note);
            case "sector.extended" -> told(Tone.none, "extended " + note);
            case "sector.expired", "sector.terminated", "sector.removed" -> told(Tone.warn,
                    moment.what().replaceFirst("^sector\\.", "").replaceFirst("\\.v\\d+$", "") + (note.isEmpty() ? "" : ": " + note));
            default -> Optional.empty();
        };
    }

    private String seedEpoch(String note) {
        String digits = note.replaceAll("\\D", "");
        return digits.isEmpty() ? "?" : Amounts.count(Long.parseLong(digits) + seedDelay);
    }

    /** Epochs with their thousands separated. */
    private static String grouped(String note) {
        return EPOCH.matcher(note).replaceAll(epoch -> Amounts.count(Long.parseLong(epoch.group())));
    }

    /** Only what this process has computed is a duration: before, the stage may have stood still with an earlier one. */
    private String took(SectorState state, int index, String stage, Function<String, Optional<Instant>> begun) {
        long done = state.history().get(index).at();
        Optional<Moment> queued = state.history().subList(0, index).reversed().stream()
                .filter(moment -> moment.what().startsWith("sector.task-queued") && moment.note().startsWith(stage + ","))
                .findFirst();
        if (queued.isEmpty()) {
            return "";
        }
        String since = span(queued.get().at(), done);
        if (queued.get().at() >= watching) {
            return " in " + since;
        }
        return begun.apply(stage).map(instant -> " in " + span(instant.toEpochMilli(), done) + " since the restart, begun " + since + " before")
                .orElse(", begun " + since + " before");
    }

    private static String span(long from, long to) {
        return Spans.words((to - from) / 1000.0);
    }

    private static Optional<Told> told(Tone tone, String text) {
        return Optional.of(new Told(text, tone));
    }

    /** A CID that a person can tell from another. */
    static String brief(String cid) {
        return cid.length() <= CID_HEAD + CID_TAIL + 1 ? cid : cid.substring(0, CID_HEAD) + "…" + cid.substring(cid.length() - CID_TAIL);
    }

    /** Sectors by name: {@code sector 3}, {@code sectors 3, 4 and 17 more}. */
    static String names(BitField sectors) {
        long shown = 6;
        String names = sectors.stream().limit(shown).mapToObj(Long::toString).collect(Collectors.joining(", "));
        long more = sectors.count() - shown;
        return (sectors.count() == 1 ? "sector " : "sectors ") + names + (more > 0 ? " and " + Amounts.count(more) + " more" : "");
    }
}

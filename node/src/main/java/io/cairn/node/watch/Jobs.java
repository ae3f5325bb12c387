package io.cairn.node.watch;

import io.cairn.actors.work.RunningTask;
import io.cairn.node.view.Overview.Cores;
import io.cairn.node.view.Overview.Job;
import io.cairn.node.view.Overview.Lane;
import io.cairn.proofs.dispatch.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The running computations, with the time that they still need. */
final class Jobs {

    /** Below this part of the way an estimate would jump about. */
    private static final double FIRST_ESTIMATE = 0.02;

    private Jobs() {}

    static List<Job> of(List<RunningTask> tasks, Instant now) {
        return tasks.stream().map(task -> of(task, now)).toList();
    }

    static Cores cores(Load load) {
        return new Cores(load.cores(), load.busy(), load.lanes().stream().map(lane -> new Lane(lane.priority().name().toLowerCase(Locale.ROOT),
                lane.running(), lane.halted(), lane.queued())).toList());
    }

    private static Job of(RunningTask task, Instant now) {
        double share = task.total() <= 0 ? 0 : Math.min(1, (double) task.done() / task.total());
        double seconds = Math.max(0, Duration.between(task.startedAt(), now).toMillis() / 1000.0);
        double left = share < FIRST_ESTIMATE ? -1 : seconds / share * (1 - share);
        return new Job(task.id(), task.work().kind().name().toLowerCase(Locale.ROOT), name(task), task.done(), task.total(),
                task.work().unit(), task.startedAt().toEpochMilli(), left);
    }

    private static String name(RunningTask task) {
        String subject = task.work().subject();
        String stage = task.work().stage().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (task.work().kind()) {
            case WINDOW_PROOF -> "Window " + subject.replaceFirst("^deadline (\\d+) ?", "$1, ").replaceFirst(", $", "");
            case CHECK -> large(subject) + ": checking " + stage;
            case SEALING, PIECE, WINNING_PROOF, UNSEALING -> large(subject) + (stage.isEmpty() ? "" : ": " + stage);
        };
    }

    private static String large(String subject) {
        return subject.isEmpty() ? subject : subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1);
    }
}

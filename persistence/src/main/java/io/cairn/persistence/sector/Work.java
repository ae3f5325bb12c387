package io.cairn.persistence.sector;

/**
 * What a sector is waiting for besides the chain.
 *
 * @param taskId  last task handed out, 0 before the first
 * @param stage   stage of a task that is out, or null
 * @param attempt failures in a row of the same stage
 * @param until   wall clock in milliseconds before which nothing is tried, 0 if nothing keeps it
 */
public record Work(long taskId, Stage stage, int attempt, long until) {
    static Work idle() {
        return new Work(0, null, 0, 0);
    }

    /** Whether a task with this id is out. */
    public boolean isOut(long id) {
        return stage != null && taskId == id;
    }

    Work queued(Stage next, long id, int tries) {
        return new Work(id, next, tries, 0);
    }

    Work done() {
        return new Work(taskId, null, 0, 0);
    }

    Work failed() {
        return new Work(taskId, null, attempt, 0);
    }

    Work backedOff(long end, int tries) {
        return new Work(taskId, null, tries, end);
    }
}

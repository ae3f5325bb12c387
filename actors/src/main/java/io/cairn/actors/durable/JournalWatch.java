package io.cairn.actors.durable;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Extension;
import akka.actor.typed.ExtensionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the journal does not answer, and once that it is back, however many entities wait for it. */
public final class JournalWatch implements Extension {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWatch.class);
    private static final ExtensionId<JournalWatch> ID = new ExtensionId<>() {
        @Override
        public JournalWatch createExtension(ActorSystem<?> system) {
            return new JournalWatch();
        }
    };

    private final Set<String> waiting = new HashSet<>();
    private Instant since = Instant.EPOCH;
    private boolean explained;

    private JournalWatch() {
    }

    /** The one of an actor system. */
    static JournalWatch of(ActorSystem<?> system) {
        return ID.apply(system);
    }

    /** How many entities wait for the journal. */
    public static int waiting(ActorSystem<?> system) {
        JournalWatch watch = of(system);
        synchronized (watch) {
            return watch.waiting.size();
        }
    }

    /** An entity's events could not be written or read; the reason may be empty where only the fact is known. */
    synchronized void failed(String entity, String reason) {
        if (waiting.isEmpty()) {
            since = Instant.now();
            explained = false;
            LOG.error("the journal does not take what {} writes: its entities wait and try again by themselves; see that the database of"
                    + " cairn.journal runs and its disk is not full", entity);
        }
        waiting.add(entity);
        if (!explained && !reason.isEmpty()) {
            explained = true;
            LOG.error("the journal does not answer: {}", reason);
        }
    }

    /** An entity's events were read. */
    synchronized void answered(String entity) {
        if (waiting.remove(entity) && waiting.isEmpty()) {
            LOG.info("the journal answers again after {} s; every entity goes on from what is written",
                    Duration.between(since, Instant.now()).toSeconds());
        }
    }

    /** An entity stopped for good, and waits no longer. */
    synchronized void gone(String entity) {
        waiting.remove(entity);
    }
}

package io.cairn.actors.work;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the entities of this process have under way, computing or waiting for the chain. Entities that stop while something
 * is under way are forgotten, since they wake elsewhere. It may be used from any thread.
 */
public final class UnderWay {
    private final Set<String> subjects = ConcurrentHashMap.newKeySet();

    /** Says whether something is under way for a subject such as {@code sector 3}. */
    public void set(String subject, boolean is) {
        if (is) {
            subjects.add(subject);
        } else {
            subjects.remove(subject);
        }
    }

    /** Whether anything is under way. */
    public boolean any() {
        return !subjects.isEmpty();
    }

    /** Subjects for which something is under way. */
    public Set<String> subjects() {
        return new TreeSet<>(subjects);
    }
}

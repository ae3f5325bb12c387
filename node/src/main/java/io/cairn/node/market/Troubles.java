package io.cairn.node.market;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Why files do not go on at the moment, by their ids. */
public final class Troubles {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** What keeps a file from going on, empty if nothing does. */
    public String of(String file) {
        return known.getOrDefault(file, "");
    }

    void met(String file, String trouble) {
        known.put(file, trouble);
    }

    void gone(String file) {
        known.remove(file);
    }
}

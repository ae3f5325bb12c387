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

    /** Takes a trouble down; answers whether it is another one than before. */
    boolean met(String file, String trouble) {
        return !trouble.equals(known.put(file, trouble));
    }

    void gone(String file) {
        known.remove(file);
    }
}

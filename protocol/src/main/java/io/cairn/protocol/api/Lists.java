package io.cairn.protocol.api;

import java.util.List;

/** Lists of replies: Go writes a list without entries as {@code null} or as {@code []}; here both are the empty list. */
final class Lists {

    private Lists() {
    }

    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}

package io.cairn.node.console;

/** What a text's colour says, as operators know it from Lotus; colour never says it alone. */
public enum Style {
    PLAIN(""),
    LABEL("36"),
    GOOD("32"),
    WARNING("33"),
    BAD("31"),
    NEUTRAL("34");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}

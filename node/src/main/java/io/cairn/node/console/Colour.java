package io.cairn.node.console;

/** The colours of a terminal that Cairn uses; words always say the same. */
public enum Colour {
    GREEN(32),
    YELLOW(33),
    RED(31),
    BLUE(34),
    DIM(2),
    BOLD(1);

    private final int code;

    Colour(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

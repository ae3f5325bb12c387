package io.cairn.node.console;

import java.io.PrintWriter;
import java.util.List;

/**
 * What an operator sees while the process runs: lines that stay, and on a terminal a few lines below them that are redrawn
 * in place. On paper there are only lines that stay. May be used from any thread.
 */
public final class Screen {

    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean coloured;
    private List<String> live = List.of();

    /**
     * A screen.
     *
     * @param terminal whether lines can be redrawn
     * @param coloured whether words may have colours
     */
    public Screen(PrintWriter out, boolean terminal, boolean coloured) {
        this.out = out;
        this.terminal = terminal;
        this.coloured = coloured;
    }

    /** The process's own: a terminal if there is one, coloured unless NO_COLOR says otherwise. */
    public static Screen of(PrintWriter out) {
        boolean terminal = System.console() != null && System.console().isTerminal() && !"dumb".equals(System.getenv("TERM"));
        return new Screen(out, terminal, terminal && System.getenv("NO_COLOR") == null);
    }

    /** Whether lines can be redrawn. */
    public boolean terminal() {
        return terminal;
    }

    /** Words in a colour, where there are colours. */
    public String paint(Colour colour, String words) {
        return coloured ? "\u001b[" + colour.code() + "m" + words + "\u001b[0m" : words;
    }

    /** Prints a line that stays, above those that are redrawn. */
    public synchronized void line(String text) {
        StringBuilder drawing = new StringBuilder();
        erase(drawing);
        drawing.append(text).append('\n');
        draw(drawing);
        flush(drawing);
    }

    /** Replaces the lines that are redrawn; on paper this does nothing. */
    public synchronized void live(List<String> lines) {
        if (!terminal || lines.equals(live)) {
            return;
        }
        StringBuilder drawing = new StringBuilder();
        erase(drawing);
        live = List.copyOf(lines);
        draw(drawing);
        flush(drawing);
    }

    private void erase(StringBuilder drawing) {
        if (!live.isEmpty()) {
            drawing.append("\u001b[").append(live.size()).append('A').append('\r').append(CLEAR_BELOW);
        }
    }

    /** Lines longer than the terminal are cut, so that each takes one row and can be found again. */
    private void draw(StringBuilder drawing) {
        if (!live.isEmpty()) {
            drawing.append(NO_WRAP);
            live.forEach(line -> drawing.append(line).append('\n'));
            drawing.append(WRAP);
        }
    }

    private void flush(StringBuilder drawing) {
        out.print(drawing);
        out.flush();
    }
}

package io.cairn.node.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Where a command writes for people: lines, labels that line up, tables. Coloured on a terminal, plain elsewhere. */
public final class Paper {

    private static final String GAP = "  ";

    private final PrintWriter out;
    private final boolean coloured;

    /** Paper over {@code out}. */
    public Paper(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** Whether standard output shows colours and the operator has not forbidden them (no-color.org). */
    public static boolean colours() {
        String forbidden = System.getenv("NO_COLOR");
        return (forbidden == null || forbidden.isEmpty()) && System.console() != null && System.console().isTerminal();
    }

    /** A text with what it says. */
    public record Cell(String text, Style style) {

        /** A text without a colour. */
        public static Cell of(Object value) {
            return new Cell(String.valueOf(value), Style.PLAIN);
        }
    }

    /** A line. */
    public void line(String text) {
        out.println(text);
    }

    /** An empty line. */
    public void line() {
        out.println();
    }

    /** Words in colours, one after the other. */
    public void line(Cell... words) {
        StringBuilder line = new StringBuilder();
        for (Cell word : words) {
            line.append(painted(word));
        }
        out.println(line);
    }

    /** A label and its value; the values of one block line up at {@code width}. */
    public void field(int width, String label, Cell value) {
        out.println(painted(new Cell(label + ":", Style.LABEL)) + " ".repeat(Math.max(1, width - label.length() - 1)) + painted(value));
    }

    /** A label and its value without a colour. */
    public void field(int width, String label, Object value) {
        field(width, label, Cell.of(value));
    }

    /** Rows under their heads, each column as wide as its widest text. */
    public void table(List<String> heads, List<List<Cell>> rows) {
        List<List<Cell>> all = new ArrayList<>();
        all.add(heads.stream().map(head -> new Cell(head, Style.LABEL)).toList());
        all.addAll(rows);
        int[] widths = new int[heads.size()];
        all.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).text().length());
            }
        });
        all.forEach(row -> out.println(row(row, widths)));
    }

    private String row(List<Cell> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            Cell cell = cells.get(i);
            boolean last = i == widths.length - 1;
            line.append(painted(cell)).append(last ? "" : " ".repeat(widths[i] - cell.text().length()) + GAP);
        }
        return line.toString().stripTrailing();
    }

    private String painted(Cell cell) {
        return coloured ? cell.style().paint(cell.text()) : cell.text();
    }

    /** Sends what was written on its way. */
    public void flush() {
        out.flush();
    }
}

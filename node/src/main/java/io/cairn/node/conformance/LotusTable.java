package io.cairn.node.conformance;

import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.protocol.conformance.CaseCheck;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table that Lotus printed, read into its cells and laid out again as Cairn lays out tables. */
final class LotusTable {

    private static final Pattern HEAD = Pattern.compile("(?m)^(?:ID|deadline|name|Address|Storage)  +\\S.*$");
    private static final Pattern HEAD_CELL = Pattern.compile("\\S+(?: \\S+)*");

    private LotusTable() {}

    static boolean isTable(String text) {
        return HEAD.matcher(text).find();
    }

    /** Compares line by line; what is put between the rows, indented, is no part of the table. */
    static void check(CaseCheck check, String text) {
        List<String> printed = text.substring(head(text).start()).lines().takeWhile(line -> !line.startsWith("exit:") && !line.isBlank())
                .filter(line -> !line.startsWith("  ")).toList();
        List<Integer> starts = new ArrayList<>();
        Matcher cell = HEAD_CELL.matcher(printed.getFirst());
        while (cell.find()) {
            starts.add(cell.start());
        }
        StringWriter laidOut = new StringWriter();
        Paper paper = new Paper(new PrintWriter(laidOut), false);
        paper.table(cells(printed.getFirst(), starts), printed.stream().skip(1)
                .map(line -> cells(line, starts).stream().map(Cell::of).toList()).toList());
        paper.flush();
        List<String> ours = laidOut.toString().lines().toList();
        check.same("rows", printed.size(), ours.size());
        IntStream.range(0, printed.size()).forEach(line -> check.same("line " + line, printed.get(line).stripTrailing(), ours.get(line)));
    }

    private static Matcher head(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            throw new IllegalArgumentException("text: no table, expected a line of heads");
        }
        return head;
    }

    private static List<String> cells(String line, List<Integer> starts) {
        return IntStream.range(0, starts.size()).mapToObj(column -> {
            int from = Math.min(starts.get(column), line.length());
            int to = column + 1 < starts.size() ? Math.min(starts.get(column + 1), line.length()) : line.length();
            return line.substring(from, to).strip();
        }).toList();
    }
}

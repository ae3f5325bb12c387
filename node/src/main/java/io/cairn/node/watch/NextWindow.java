package io.cairn.node.watch;

import io.cairn.node.view.Overview.DeadlineCell;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The windows that matter now. */
final class NextWindow {

    private NextWindow() {}

    /** The open window that lacks a landed proof. */
    static Optional<DeadlineCell> open(List<DeadlineCell> cells) {
        return cells.stream().filter(cell -> cell.kind() == DeadlineCell.Kind.open).findFirst();
    }

    /** The next window to open that has something to prove. */
    static Optional<DeadlineCell> next(List<DeadlineCell> cells, long height) {
        return cells.stream().filter(cell -> cell.liveSectors() > 0)
                .map(cell -> cell.open() > height ? cell : later(cell, height))
                .min(Comparator.comparingLong(DeadlineCell::open));
    }

    /** The same deadline one proving period later. */
    private static DeadlineCell later(DeadlineCell cell, long height) {
        long period = (cell.close() - cell.open()) * 48;
        long open = cell.open() + (height >= cell.open() ? period : 0);
        return new DeadlineCell(cell.index(), cell.kind(), false, cell.partitions(), 0, cell.liveSectors(), cell.faultySectors(),
                cell.recoveringSectors(), open, open + cell.close() - cell.open(), "");
    }

    /** When the open window closes or the next one opens, in words; empty without sectors on the chain. */
    static String words(List<DeadlineCell> cells, Facts facts, Pace pace) {
        long height = facts.chain().height();
        return open(cells)
                .map(cell -> "Deadline " + cell.index() + " closes in " + pace.until(cell.close() - height, facts.at()) + ".")
                .or(() -> next(cells, height)
                        .map(cell -> "Deadline " + cell.index() + " opens in " + pace.until(cell.open() - height, facts.at()) + "."))
                .orElse("");
    }
}

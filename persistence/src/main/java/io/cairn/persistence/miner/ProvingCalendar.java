package io.cairn.persistence.miner;

import io.cairn.persistence.deadline.Window;

/**
 * The repeating calendar of proving windows of one miner (go-state-types: dline/deadline.go).
 *
 * @param offset        any epoch at which a proving period started; may be negative
 * @param deadlines     windows in a period, 48 on mainnet
 * @param challengeWindow length of a window in epochs, 60 on mainnet
 * @param challengeLookback epochs between the challenge and the opening of its window, 20 on mainnet
 * @param faultCutoff   epochs before opening from which declarations are refused, 70 on mainnet
 */
public record ProvingCalendar(long offset, int deadlines, long challengeWindow, long challengeLookback, long faultCutoff) {
    public ProvingCalendar {
        if (deadlines < 1 || challengeWindow < 1) {
            throw new IllegalArgumentException("proving calendar: " + deadlines + " deadlines of " + challengeWindow
                    + " epochs; expected at least one of each");
        }
    }

    /** Length of a proving period in epochs. */
    public long period() {
        return deadlines * challengeWindow;
    }

    /** The window that is open at an epoch. */
    public Window openAt(long epoch) {
        long start = periodStart(epoch);
        return window(start, (int) ((epoch - start) / challengeWindow));
    }

    /** The earliest window of one deadline that has not closed at an epoch. */
    public Window notElapsed(int deadline, long epoch) {
        Window window = window(periodStart(epoch), deadline);
        return epoch < window.close() ? window : window(window.periodStart() + period(), deadline);
    }

    /** The latest window of one deadline that has closed at an epoch. */
    public Window elapsed(int deadline, long epoch) {
        return window(notElapsed(deadline, epoch).periodStart() - period(), deadline);
    }

    private long periodStart(long epoch) {
        return epoch - Math.floorMod(epoch - offset, period());
    }

    private Window window(long periodStart, int deadline) {
        if (deadline < 0 || deadline >= deadlines) {
            throw new IllegalArgumentException("deadline: " + deadline + ", expected 0 to " + (deadlines - 1));
        }
        long open = periodStart + deadline * challengeWindow;
        return new Window(periodStart, deadline, open, open + challengeWindow, open - challengeLookback, open - faultCutoff);
    }
}

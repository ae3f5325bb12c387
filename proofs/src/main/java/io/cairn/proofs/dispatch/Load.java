package io.cairn.proofs.dispatch;

import java.util.List;

/**
 * What a dispatcher has to do at a moment.
 *
 * @param cores how many threads compute at most
 * @param busy  how many do now
 * @param lanes one for each priority, the highest first
 */
public record Load(int cores, int busy, List<Lane> lanes) {

    public Load {
        lanes = List.copyOf(lanes);
    }

    /**
     * The computations of a priority.
     *
     * @param running begun, with at least one core
     * @param halted  begun, and at the moment without a core
     * @param queued  not begun
     */
    public record Lane(Priority priority, int running, int halted, int queued) {
    }
}

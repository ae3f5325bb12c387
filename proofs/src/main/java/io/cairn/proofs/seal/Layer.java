package io.cairn.proofs.seal;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.tree.MappedFile;

/**
 * Fills one layer with labels. They depend on each other in sequence, so one thread hashes; others only gather the labels of parents for it.
 *
 * @param parents the graph
 * @param workers threads that gather
 */
record Layer(ParentSource parents, Workers workers) {

    /** Nodes of a part: microseconds, but until lanes are compiled several milliseconds each. */
    private static final int RUN = 8;

    /**
     * Labels all nodes.
     *
     * @param number the layer's, counted from 1
     * @param labels the layer, where the labeler stores its labels in its own form
     * @param previous the layer before in the same form; the same file for layer 1
     * @param progress counts nodes; asked several times in a millisecond whether to go on
     */
    void fill(int number, NodeLabeler labeler, MappedFile labels, MappedFile previous, Progress progress) {
        long nodes = parents.nodes();
        try (ParentLabels gathered = new ParentLabels(parents, labels, previous, labeler.width(), workers)) {
            for (long done = 0; done < nodes; ) {
                progress.checkCancelled();
                ParentLabels.Window window = gathered.next();
                for (int from = 0; from < window.count(); from += RUN) {
                    ProofDispatcher.giveWay();
                    label(number, labeler, window, from, Math.min(window.count(), from + RUN));
                }
                done = window.start() + window.count();
                progress.advanced(done, nodes);
            }
        }
    }

    private static void label(int number, NodeLabeler labeler, ParentLabels.Window window, int from, int to) {
        for (int i = from; i < to; i++) {
            long node = window.start() + i;
            if (node == 0) {
                labeler.begin(number);
            } else {
                labeler.label(node, window.bytes(), window.complete(i));
            }
            labeler.store(node);
        }
    }
}

package io.cairn.proofs.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.hash.Sha256Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TreeTest {

    /** Bytes of the files of each registered size, from the reference. */
    @ParameterizedTest
    @CsvSource({
        "2048, 4064, 2336, 32, 1",
        "8388608, 16777184, 9586976, 18720, 2",
        "536870912, 1073741792, 613566752, 1198368, 2",
        "34359738368, 68719476704, 4908534048, 9586976, 2",
        "68719476736, 137438953440, 4908534048, 9586976, 2"})
    void filesHaveTheReferencesSizes(long sector, long treeD, long treeC, long treeRLast, int discarded) {
        SectorShape shape = SectorShape.of(sector);
        assertEquals(treeD, TreeLayout.data(shape).fileBytes());
        assertEquals(treeC, TreeLayout.columns(shape).fileBytes());
        assertEquals(treeRLast, TreeLayout.replica(shape).fileBytes());
        assertEquals(discarded, shape.discardedRows());
        assertEquals(shape.baseTreeNodes(), TreeLayout.replica(shape).allNodes());
    }

    @Test
    void layoutsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new TreeLayout(8, 100, 0));
        assertThrows(IllegalArgumentException.class, () -> new TreeLayout(8, 64, 3));
        assertThrows(IllegalArgumentException.class, () -> new TreeLayout(8, 64, 2).rowOffset(1));
    }

    @Test
    void leavingOutRowsChangesNoOther(@TempDir Path directory) throws IOException {
        byte[] leaves = randomLeaves(512);
        TreeLayout complete = TreeLayout.complete(8, 512);
        TreeLayout upper = new TreeLayout(8, 512, 2);
        TreeBuilder builder = new TreeBuilder(Poseidon.ofArity(8), Workers.CALLER);
        byte[] root = builder.build(directory.resolve("complete"), complete, from(leaves), Progress.NONE);
        assertArrayEquals(root, builder.build(directory.resolve("upper"), upper, from(leaves), Progress.NONE));
        try (TreeFile all = TreeFile.open(directory.resolve("complete"), complete);
                TreeFile some = TreeFile.open(directory.resolve("upper"), upper)) {
            assertArrayEquals(root, all.root());
            for (int row = 2; row < 4; row++) {
                for (long i = 0; i < complete.rowLength(row); i++) {
                    assertArrayEquals(all.node(row, i), some.node(row, i));
                }
            }
            assertThrows(IllegalArgumentException.class, () -> some.node(1, 0));
            assertThrows(IllegalArgumentException.class, () -> some.node(2, 8));
        }
    }

    @Test
    void manyThreadsBuildTheSameTree(@TempDir Path directory) throws IOException {
        byte[] leaves = randomLeaves(1 << 14);
        TreeLayout layout = TreeLayout.complete(2, 1 << 14);
        byte[] alone = new TreeBuilder(Sha256Nodes.INSTANCE, Workers.CALLER)
                .build(directory.resolve("alone"), layout, from(leaves), Progress.NONE);
        try (ProofDispatcher dispatcher = new ProofDispatcher(4)) {
            byte[] together = new TreeBuilder(Sha256Nodes.INSTANCE, dispatcher.workers())
                    .build(directory.resolve("together"), layout, from(leaves), Progress.NONE);
            assertArrayEquals(alone, together);
        }
        assertEquals(-1, Files.mismatch(directory.resolve("alone"), directory.resolve("together")));
    }

    @Test
    void aFileOfAnotherLengthIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("short"), new byte[64]);
        assertThrows(IOException.class, () -> TreeFile.open(file, TreeLayout.complete(8, 8)));
    }

    private static TreeBuilder.Leaves from(byte[] leaves) {
        return (first, count, out) -> System.arraycopy(leaves, (int) first * 32, out, 0, count * 32);
    }

    private static byte[] randomLeaves(int count) {
        byte[] leaves = new byte[32 * count];
        new Random(count).nextBytes(leaves);
        for (int i = 0; i < count; i++) {
            Sha256Nodes.truncate(leaves, 32 * i);
        }
        return leaves;
    }
}

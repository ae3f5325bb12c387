package io.cairn.proofs.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.proofs.field.WithVectorsOnly;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.bouncycastle.crypto.engines.ChaChaEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** Lanes and plain Java draw the same random numbers for a node, and those of another implementation. */
@Tag("vector")
final class NodeStreamsTest {

    private static final int BATCH = NodeStreams.BATCH;

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 100)
    void twinsAgree(@ForAll long seed, @ForAll @LongRange(min = 0, max = (1L << 32) - 1 - BATCH) long first,
            @ForAll @IntRange(min = 1, max = BATCH) int count) {
        int[] key = new Random(seed).ints(7).toArray();
        int[] expected = new int[NodeStreams.ROOM * BATCH];
        int[] actual = expected.clone();
        new ChaCha8(key).fill(first, count, expected);
        new ChaCha8Lanes(key).fill(first, count, actual);
        assertSame(expected, actual, count);
    }

    @Example
    void streamsEqualAnotherImplementation() {
        int count = 3;
        int[] words = new int[NodeStreams.ROOM * BATCH];
        new ChaCha8(new int[] {1, 2, 3, 4, 5, 6, 0x80000007}).fill(0x90000000L, count, words);
        int[] expected = new int[words.length];
        for (int i = 0; i < count; i++) {
            byte[] key = {1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, (byte) 0x80, (byte) i, 0, 0, (byte) 0x90};
            ChaChaEngine engine = new ChaChaEngine(8);
            engine.init(true, new ParametersWithIV(new KeyParameter(key), new byte[8]));
            byte[] stream = new byte[4 * NodeStreams.WORDS];
            engine.processBytes(stream, 0, stream.length, stream, 0);
            for (int t = 0; t < NodeStreams.WORDS; t++) {
                expected[BATCH * t + i] = stream[4 * t] & 0xff | (stream[4 * t + 1] & 0xff) << 8 | (stream[4 * t + 2] & 0xff) << 16 | stream[4 * t + 3] << 24;
            }
        }
        assertSame(expected, words, count);
    }

    /** What is behind the last node may differ. */
    private static void assertSame(int[] expected, int[] actual, int count) {
        for (int t = 0; t < NodeStreams.WORDS; t++) {
            for (int i = 0; i < count; i++) {
                assertEquals(expected[BATCH * t + i], actual[BATCH * t + i], "word " + t + " of node " + i);
            }
        }
    }
}

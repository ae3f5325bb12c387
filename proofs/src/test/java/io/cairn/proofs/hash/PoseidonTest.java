package io.cairn.proofs.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.field.Scalar;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PoseidonTest {

    /** The permutation as the paper has it. */
    private static Scalar textbook(int arity, List<Scalar> inputs) {
        PoseidonConstants constants = PoseidonConstants.ofArity(arity);
        int width = constants.width();
        Scalar[] state = new Scalar[width];
        state[0] = constants.merkleTag();
        for (int i = 1; i < width; i++) {
            state[i] = inputs.get(i - 1);
        }
        int rounds = PoseidonConstants.FULL_ROUNDS + constants.partialRounds();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < width; i++) {
                state[i] = state[i].plus(constants.roundConstant(round, i));
            }
            boolean full = round < 4 || round >= rounds - 4;
            for (int i = 0; i < (full ? width : 1); i++) {
                state[i] = state[i].power(5);
            }
            Scalar[] next = new Scalar[width];
            for (int i = 0; i < width; i++) {
                next[i] = Scalar.ZERO;
                for (int j = 0; j < width; j++) {
                    next[i] = next[i].plus(constants.matrixEntry(i, j).times(state[j]));
                }
            }
            state = next;
        }
        return state[1];
    }

    @ParameterizedTest
    @CsvSource({
        "2, ffe7029a363c202e9da6059d33a9fba661e1ef02d90f9e736ba5765ed7086539",
        "4, 5d076266ff149801ec2713bf05466bfb99932279653cdb008a84e5a9104ba558",
        "8, e6a5386df534992ad9aec49c9d2e684b777067114200011255dea5a31d619423",
        "11, 6331692bc3bbe3cec18fb0ccd8dcf3097ae8eb32e237a56c287f22e5b2c10f0c",
        "16, 376d266040c791126f0a68306dbc8d5b631e876f5afbc2c18aae813366e23a2d",
        "36, 40814efa6d6073443caca8f88d36cd75aabb103ce0300a545f5d6e2a08039369"})
    void digestsOfCountingInputs(int arity, String digest) {
        List<Scalar> inputs = LongStream.range(0, arity).mapToObj(Scalar::of).toList();
        assertEquals(digest, HexFormat.of().formatHex(Poseidon.ofArity(arity).hash(inputs).toBytes()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 11})
    void theFastFormEqualsTheTextbookForm(int arity) {
        List<Scalar> inputs = LongStream.range(0, arity).mapToObj(i -> Scalar.of(i + 3).inverted()).toList();
        Scalar digest = Poseidon.ofArity(arity).hash(inputs);
        assertEquals(textbook(arity, inputs), digest);
        byte[][] nodes = inputs.stream().map(Scalar::toBytes).toArray(byte[][]::new);
        assertArrayEquals(digest.toBytes(), Poseidon.ofArity(arity).hash(nodes));
    }

    @Test
    void constantsComeFromTheShiftRegister() {
        assertEquals("0x669f064bfa3ae17a23bd51861dbb4a24501eac92a2758b36a7320a009d6ed3d8",
                PoseidonConstants.ofArity(2).roundConstant(0, 0).toString());
        assertEquals("0x3b3a75eb91b0f723bcc4ab7e449e4a011b8960063efe74670c05e545519d9a8c",
                PoseidonConstants.ofArity(8).roundConstant(64, 8).toString());
        assertEquals("0x4543ca937ff30a73db73c95cf11b2f641c744cc5d6a08d197c29ea4e2aab6a16",
                PoseidonConstants.ofArity(11).roundConstant(64, 11).toString());
    }

    @Test
    void aTagSetsHashesApart() {
        Poseidon randomness = Poseidon.withTag(2, Scalar.of(1L << 40));
        assertEquals("90c3990eaadfd77f9ed7f38a1ccff92e8cab2bcc732c576521d0c47bff4b264f",
                HexFormat.of().formatHex(randomness.hash(List.of(Scalar.of(5), Scalar.of(7))).toBytes()));
    }

    @Test
    void inputsThatAreNoFieldElementsAreRefused() {
        byte[] tooLarge = new byte[32];
        Arrays.fill(tooLarge, (byte) 0xff);
        Poseidon hash = Poseidon.ofArity(2);
        assertThrows(IllegalArgumentException.class, () -> hash.hash(new byte[32], tooLarge));
        assertThrows(IllegalArgumentException.class, () -> hash.hash(new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> Poseidon.ofArity(3));
    }
}

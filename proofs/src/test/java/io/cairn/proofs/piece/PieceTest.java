package io.cairn.proofs.piece;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.fr32.Fr32;
import io.cairn.proofs.hash.Sha256Nodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PieceTest {

    private static byte[] random(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }

    private static byte[] rootOf(byte[] paddedData) {
        byte[] row = paddedData;
        while (row.length > 32) {
            byte[] above = new byte[row.length / 2];
            Sha256Nodes.INSTANCE.parents(row, above, above.length / 32);
            row = above;
        }
        return row;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 500, 127 * 64, 127 * 64 + 1, 127 * 256, 127 * 300, 100_000, 127 * 1024})
    void streamedCommitmentIsTheRootOverThePaddedData(int length) throws IOException {
        byte[] data = random(length);
        int blocks = 1;
        while (127 * blocks < length) {
            blocks *= 2;
        }
        byte[] padded = new byte[128 * blocks];
        Fr32.pad(Arrays.copyOf(data, 127 * blocks), 0, padded, 0, blocks);
        PieceInfo piece = PieceCommitment.of(new ByteArrayInputStream(data));
        assertEquals(padded.length, piece.paddedBytes());
        assertArrayEquals(rootOf(padded), piece.commitment());
    }

    @ParameterizedTest
    @CsvSource({
        "128, 3731bb99ac689f66eef5973e4a94da188f4ddcae580724fc6f3fd60dfd488333",
        "2048, fc7e928296e516faade986b28f92d44a4f24b935485223376a799027bc18f833",
        "34359738368, 077e5fde35c50a9303a55009e3498a4ebedff39c42b710b730d8ec7ac7afa63e",
        "68719476736, e64005a6bfe3777953b8ad6ef93f0fca1049b2041654f2a411f7702799cece02"})
    void zeroPiecesHaveTheirPublishedCommitments(long bytes, String commitment) {
        assertEquals(commitment, HexFormat.of().formatHex(ZeroPieces.commitment(bytes)));
        assertArrayEquals(ZeroPieces.commitment(bytes), DataCommitment.of(List.of(), bytes));
    }

    @Test
    void alignedPiecesCommitToTheSectorsTree() throws IOException {
        int[] blocks = {1, 4, 2, 1};
        int[] offsets = {0, 512, 1024, 1280};
        byte[] image = new byte[2048];
        List<PieceInfo> pieces = new ArrayList<>();
        for (int k = 0; k < blocks.length; k++) {
            byte[] data = random(127 * blocks[k]);
            pieces.add(PieceCommitment.of(new ByteArrayInputStream(data)));
            Fr32.pad(data, 0, image, offsets[k], blocks[k]);
        }
        assertArrayEquals(rootOf(image), DataCommitment.of(pieces, 2048));
    }

    @Test
    void piecesThatDoNotFitAreRefused() {
        List<PieceInfo> tooMany = List.of(PieceInfo.zero(1024), PieceInfo.zero(2048));
        assertThrows(IllegalArgumentException.class, () -> DataCommitment.of(tooMany, 2048));
    }

    @Test
    void sizesAndCommitmentsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new PieceInfo(192, random(32)));
        assertThrows(IllegalArgumentException.class, () -> new PieceInfo(128, new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> new PieceInfo(128, random(31)));
    }
}

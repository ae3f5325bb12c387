package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceTimeTest {

    private static final RegisteredPostProof WINDOW = RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1;
    private static final RegisteredPostProof WINNING = RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1;
    private static final byte[] RANDOMNESS = HexFormat.of().parseHex("a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbeff");
    private static final Workers WORKERS = new ProofDispatcher(2).workers();

    @TempDir
    Path folder;

    private ParameterStore parameters;
    private SpaceTime spaceTime;
    private List<PostSector> sectors;

    @BeforeEach
    void seal() throws IOException {
        parameters = new ParameterStore(folder.resolve("parameters"));
        spaceTime = new SpaceTime(parameters, WORKERS);
        Sealing sealing = new Sealing(parameters, WORKERS);
        sectors = new ArrayList<>();
        for (long number : new long[] {7, 42, 300}) {
            SealedSector sealed = SealedSector.number(number, sealing, folder);
            sealing.finalizeCache(sealed.request().type(), sealed.files().cache());
            sectors.add(sealed.toProve());
        }
    }

    @AfterEach
    void close() {
        parameters.close();
    }

    @Test
    void makesTheKnownVanillaProof() throws Exception {
        long[] challenges = spaceTime.postChallenges(WINDOW, RANDOMNESS, List.of(42L)).get(42L);
        byte[] proof = spaceTime.postVanillaProof(WINDOW, sectors.get(1), challenges);
        assertEquals("0d8f6e3f97db86bec64a3713f02f07209e93545757e3b7de667d370b490115bf",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(proof)));
    }

    @Test
    void namesAllFaultySectors() throws IOException {
        for (int faulty : new int[] {0, 2}) {
            byte[] replica = Files.readAllBytes(sectors.get(faulty).files().replica());
            replica[5] ^= 1;
            Files.write(sectors.get(faulty).files().replica(), replica);
        }
        FaultySectorsException error = assertThrows(FaultySectorsException.class,
                () -> spaceTime.windowPost(WINDOW, RANDOMNESS, sectors, Progress.NONE));
        assertEquals(List.of(7L, 300L), error.sectors());
    }

    @Test
    void aMissingFileIsNoFault() throws IOException {
        Files.delete(sectors.getFirst().files().cache().resolve("p_aux"));
        assertThrows(NoSuchFileException.class, () -> spaceTime.windowPost(WINDOW, RANDOMNESS, sectors, Progress.NONE));
    }

    @Test
    @Tag("slow")
    void provesAndVerifiesAWindowOfTwoPartitions() throws IOException {
        use(ProofCircuit.Kind.WINDOW);
        byte[] proof = spaceTime.windowPost(WINDOW, RANDOMNESS, sectors.reversed(), Progress.NONE);
        SortedMap<Long, byte[]> commRs = new TreeMap<>();
        sectors.forEach(sector -> commRs.put(sector.number(), sector.commR()));
        assertTrue(spaceTime.verifyWindowPost(WINDOW, RANDOMNESS, commRs, proof));
        assertFalse(spaceTime.verifyWindowPost(WINDOW, flipped(RANDOMNESS), commRs, proof));
        assertFalse(spaceTime.verifyWindowPost(WINDOW, RANDOMNESS, renumbered(commRs), proof));
        assertFalse(spaceTime.verifyWindowPost(WINDOW, RANDOMNESS, with(commRs, 42L, flipped(commRs.get(42L))), proof));
        assertThrows(IllegalArgumentException.class,
                () -> spaceTime.verifyWindowPost(WINDOW, RANDOMNESS, commRs, Arrays.copyOf(proof, proof.length - 1)));
        SortedMap<Long, byte[]> first = new TreeMap<>(commRs.headMap(300L));
        assertTrue(spaceTime.verifyWindowPost(WINDOW, RANDOMNESS, first, Arrays.copyOf(proof, 192)));
    }

    @Test
    @Tag("slow")
    void provesAndVerifiesAWinningSector() throws IOException {
        use(ProofCircuit.Kind.WINNING);
        PostSector sector = sectors.get(1);
        byte[] proof = spaceTime.winningPost(WINNING, RANDOMNESS, sector, Progress.NONE);
        assertTrue(spaceTime.verifyWinningPost(WINNING, RANDOMNESS, 42, sector.commR(), proof));
        assertFalse(spaceTime.verifyWinningPost(WINNING, flipped(RANDOMNESS), 42, sector.commR(), proof));
        assertFalse(spaceTime.verifyWinningPost(WINNING, RANDOMNESS, 43, sector.commR(), proof));
        assertFalse(spaceTime.verifyWinningPost(WINNING, RANDOMNESS, 42, flipped(sector.commR()), proof));
    }

    private void use(ProofCircuit.Kind kind) throws IOException {
        parameters.close();
        parameters = TestParameters.any(kind);
        spaceTime = new SpaceTime(parameters, WORKERS);
    }

    private static SortedMap<Long, byte[]> renumbered(SortedMap<Long, byte[]> commRs) {
        SortedMap<Long, byte[]> renumbered = new TreeMap<>();
        commRs.forEach((number, commR) -> renumbered.put(number + 1, commR));
        return renumbered;
    }

    private static SortedMap<Long, byte[]> with(SortedMap<Long, byte[]> commRs, long number, byte[] commR) {
        SortedMap<Long, byte[]> changed = new TreeMap<>(commRs);
        changed.put(number, commR);
        return changed;
    }

    private static byte[] flipped(byte[] value) {
        byte[] flipped = value.clone();
        flipped[0] ^= 1;
        return flipped;
    }
}

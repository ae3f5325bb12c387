package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentCaches;
import io.cairn.proofs.parameter.MissingParametersException;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.porep.CommitJsonWriter;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.seal.PreCommit1Output;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    @TempDir
    Path folder;

    private ParameterStore parameters;
    private Sealing sealing;
    private SealedSector sector;

    @BeforeEach
    void seal() throws IOException {
        parameters = new ParameterStore(folder.resolve("parameters"));
        sealing = new Sealing(parameters, new ProofDispatcher(2).workers());
        sector = SealedSector.number(42, sealing, folder);
    }

    private CommitOutput commit1() throws IOException {
        return sealing.sealCommit1(sector.request(), SealedSector.SEED, sector.commitments(), sector.pieces(), sector.files(), Progress.NONE);
    }

    @Test
    void sealsTheKnownSectorToTheKnownCommitOutput() throws Exception {
        assertEquals("71e73ee2bd927fbb66b01ed31f6196c82a2d4ab985ea8faa779e2f8aef7a060f", HexFormat.of().formatHex(sector.commitments().commR()));
        byte[] json = CommitJsonWriter.toJson(commit1());
        assertEquals("c88361ef1b508621b6431fc45cb145c25e7bec2f7f7e902712dd527184e9bcb2",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json)));
    }

    @Test
    void parentsFromACacheGiveTheSameReplica() throws IOException {
        Path caches = folder.resolve("parents");
        Path other = Files.createDirectory(folder.resolve("other"));
        try (ParentCaches parents = new ParentCaches(caches, 0)) {
            Sealing cached = new Sealing(parameters, Workers.CALLER, parents);
            SealedSector again = SealedSector.number(42, cached, other);
            assertArrayEquals(sector.commitments().commR(), again.commitments().commR());
            assertTrue(Files.list(caches).anyMatch(file -> file.toString().endsWith(".cache")));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            cached.unsealRange(again.request(), again.commitments().commD(), again.files().replica(), folder, 254, 127, out, Progress.NONE);
            assertArrayEquals(Arrays.copyOfRange(SealedSector.data(), 254, 381), out.toByteArray());
        }
    }

    @Test
    void sectorsSealedTogetherGetTheReplicasThatEachGetsAlone() throws IOException {
        Path together = Files.createDirectory(folder.resolve("together"));
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        List<SectorToSeal> sectors = new ArrayList<>();
        for (int number = 42; number < 48; number++) {
            SealRequest request = new SealRequest(sector.request().type(), 1000, number, SealedSector.TICKET);
            SectorFiles files = new SectorFiles(together.resolve("sealed-" + number), Files.createDirectory(together.resolve("cache-" + number)));
            sectors.add(new SectorToSeal(request, sector.pieces(), Optional.of(folder.resolve("staged-42")), files));
        }
        List<Long> permille = new ArrayList<>();
        List<PreCommit1Output> outputs = sealing.sealPreCommit1Together(sectors, scratch, new Progress() {
            @Override
            public void advanced(long done, long total) {
                permille.add(1000 * done / total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertEquals(1000, permille.getLast());
        assertEquals(permille.stream().sorted().toList(), permille);
        assertEquals(0, Files.list(scratch).count());
        for (int i = 0; i < sectors.size(); i++) {
            SealCommitments commitments = sealing.sealPreCommit2(outputs.get(i), sectors.get(i).files(), Progress.NONE);
            SealCommitments alone = i == 0 ? sector.commitments() : SealedSector.number(42 + i, sealing, folder).commitments();
            assertArrayEquals(alone.commR(), commitments.commR());
            assertArrayEquals(alone.commD(), commitments.commD());
        }
    }

    @Test
    void aCompanyFillsTheLanesOfItsScratchAndHasRoomForNoMore() {
        for (int waiting = 1; waiting <= 40; waiting++) {
            int company = Sealing.company(waiting);
            long lanes = Sealing.scratchBytes(sector.request().type(), company) / (2 * 2048);
            assertTrue(company <= waiting && (company == 1 ? lanes == 0 : company >= 6 && company <= lanes && lanes <= 16), company + " in " + lanes);
            assertEquals(company, Sealing.company(company));
        }
        assertThrows(IllegalArgumentException.class, () -> sealing.sealPreCommit1Together(List.of(), folder, Progress.NONE));
    }

    @Test
    void refusesToCommitWhenAFileIsMissingOrDamaged() throws IOException {
        Path layer = sector.files().cache().resolve("sc-02-data-layer-1.dat");
        byte[] labels = Files.readAllBytes(layer);
        for (int i = 0; i < labels.length; i += 32) {
            labels[i] ^= 1;
        }
        Files.write(layer, labels);
        assertThrows(ProofException.class, this::commit1);
        Files.delete(layer);
        assertTrue(assertThrows(NoSuchFileException.class, this::commit1).getMessage().contains("sc-02-data-layer-1.dat"));
    }

    @Test
    void aSyntheticSectorIsProvedFromItsFileWhenTheLayersAreGone() throws IOException {
        sector = SealedSector.number(43, RegisteredSealProof.STACKED_DRG_2KIB_V1_1_SYNTHETIC, sealing, folder);
        byte[] fromLayers = CommitJsonWriter.toJson(commit1());
        sealing.generateSyntheticProofs(sector.request(), sector.commitments(), sector.files(), Progress.NONE);
        sealing.finalizeCache(sector.request().type(), sector.files().cache());
        assertArrayEquals(fromLayers, CommitJsonWriter.toJson(commit1()));
        Path file = sector.files().cache().resolve("syn-porep-vanilla-proofs.dat");
        byte[] proofs = Files.readAllBytes(file);
        for (int i = 500; i < proofs.length; i += 32) {
            proofs[i] ^= 1;
        }
        Files.write(file, proofs);
        assertThrows(ProofException.class, this::commit1);
        Files.write(file, Arrays.copyOf(proofs, proofs.length - 1));
        assertTrue(assertThrows(IOException.class, this::commit1).getMessage().contains("syn-porep-vanilla-proofs.dat"));
    }

    @Test
    void refusesPiecesOfAnotherSector() {
        SealCommitments other = new SealCommitments(sector.commitments().commR(), sector.commitments().commR());
        assertThrows(IllegalArgumentException.class,
                () -> sealing.sealCommit1(sector.request(), SealedSector.SEED, other, sector.pieces(), sector.files(), Progress.NONE));
    }

    @Test
    void unsealsARangeAfterTheCacheIsFinal() throws IOException {
        sealing.finalizeCache(sector.request().type(), sector.files().cache());
        assertFalse(Files.exists(sector.files().cache().resolve("sc-02-data-tree-d.dat")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sealing.unsealRange(sector.request(), sector.commitments().commD(), sector.files().replica(), folder, 0, 2032, out, Progress.NONE);
        assertArrayEquals(SealedSector.data(), out.toByteArray());
    }

    @Test
    void refusesAPieceStreamThatIsTooShort() {
        assertThrows(EOFException.class, () -> sealing.pieceCommitment(new ByteArrayInputStream(new byte[253]), 254, Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> sealing.pieceCommitment(new ByteArrayInputStream(new byte[300]), 300, Progress.NONE));
    }

    @Test
    void namesMissingParametersAndTheRemedy() throws IOException {
        CommitOutput output = commit1();
        String message = assertThrows(MissingParametersException.class, () -> sealing.sealCommit2(output, 1000, 42, Progress.NONE)).getMessage();
        assertTrue(message.contains("032d3138d22506ec0082ed72b2dcba18df18477904e35bafee82b3793b06832f.params"), message);
        assertTrue(message.contains("published"), message);
    }

    @Test
    @Tag("slow")
    void provesReplicationWithLocalParametersAndRejectsAnyOtherField() throws IOException {
        try (ParameterStore made = TestParameters.any(ProofCircuit.Kind.REPLICATION)) {
            provesAndRejects(new Sealing(made, new ProofDispatcher(2).workers()));
        }
    }

    private void provesAndRejects(Sealing proving) throws IOException {
        byte[] proof = proving.sealCommit2(commit1(), 1000, 42, Progress.NONE);
        SealVerifyInfo right = info(42, SealedSector.TICKET, SealedSector.SEED, sector.commitments().commR(), sector.commitments().commD(), proof);
        assertTrue(proving.verifySeal(right));
        byte[] commR = sector.commitments().commR();
        byte[] commD = sector.commitments().commD();
        assertEquals(List.of(true, false, false, false, false, false), proving.verifySealBatch(List.of(right,
                info(43, SealedSector.TICKET, SealedSector.SEED, commR, commD, proof),
                info(42, flipped(SealedSector.TICKET), SealedSector.SEED, commR, commD, proof),
                info(42, SealedSector.TICKET, flipped(SealedSector.SEED), commR, commD, proof),
                info(42, SealedSector.TICKET, SealedSector.SEED, flipped(commR), commD, proof),
                info(42, SealedSector.TICKET, SealedSector.SEED, commR, flipped(commD), proof))));
    }

    private SealVerifyInfo info(long number, byte[] ticket, byte[] seed, byte[] commR, byte[] commD, byte[] proof) {
        return new SealVerifyInfo(sector.request().type(), 1000, number, ticket, seed, commR, commD, proof);
    }

    private static byte[] flipped(byte[] value) {
        byte[] flipped = value.clone();
        flipped[0] ^= 1;
        return flipped;
    }
}

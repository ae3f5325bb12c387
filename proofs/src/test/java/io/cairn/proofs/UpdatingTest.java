package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.bincode.BincodeException;
import io.cairn.proofs.circuit.ProvingAssignment;
import io.cairn.proofs.circuit.Satisfaction;
import io.cairn.proofs.circuit.update.UpdateCircuit;
import io.cairn.proofs.circuit.update.UpdateWitness;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.parameter.MissingParametersException;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.proofs.update.UpdateProofCodec;
import io.cairn.proofs.update.UpdateShape;
import io.cairn.proofs.update.UpdateVerifier;
import io.cairn.protocol.sector.RegisteredUpdateProof;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New data in a sealed 2 KiB sector: encoded, proved, taken out, and spoiled in many ways. */
class UpdatingTest {

    private static final RegisteredUpdateProof TYPE = RegisteredUpdateProof.UPDATE_2KIB;
    private static final SectorShape SHAPE = SectorShape.of(TYPE.sectorSize());
    private static final int UNPADDED = 2032;
    private static final int NODE = 32;
    /** Bytes of the proof up to the second challenge. */
    private static final int ALL_FIELDS = 304 + 1476;

    @TempDir
    Path folder;

    private Updating updating;
    private SectorFiles key;
    private SectorFiles updated;
    private Path staged;
    private List<PieceInfo> pieces;
    private UpdateCommitments commitments;

    @BeforeEach
    void update() throws IOException {
        ParameterStore none = new ParameterStore(folder.resolve("parameters"));
        Sealing sealing = new Sealing(none, Workers.CALLER);
        updating = new Updating(none, Workers.CALLER);
        key = SealedSector.number(7, sealing, folder).files();
        updated = new SectorFiles(folder.resolve("updated"), Files.createDirectory(folder.resolve("update-cache")));
        staged = folder.resolve("new-data");
        try (OutputStream out = Files.newOutputStream(staged)) {
            pieces = List.of(sealing.addPiece(new ByteArrayInputStream(data()), out, UNPADDED, List.of()).piece());
        }
        commitments = updating.encode(TYPE, pieces, staged, key, updated, Progress.NONE);
    }

    private static byte[] data() {
        byte[] data = new byte[UNPADDED];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i * i + 3);
        }
        return data;
    }

    @Test
    void dataComesOutAndTheKeyCanBeMadeAgain() throws IOException {
        Path decoded = folder.resolve("decoded");
        updating.decode(TYPE, commitments.commDNew(), updated.replica(), key, decoded, Progress.NONE);
        assertArrayEquals(Files.readAllBytes(staged), Files.readAllBytes(decoded));

        ByteArrayOutputStream range = new ByteArrayOutputStream();
        updating.decodeRange(TYPE, commitments.commDNew(), updated.replica(), key, 254, 1270, range, Progress.NONE);
        assertArrayEquals(Arrays.copyOfRange(data(), 254, 254 + 1270), range.toByteArray());

        byte[] old = Files.readAllBytes(key.replica());
        Files.delete(key.replica());
        updating.recoverKey(TYPE, commitments.commDNew(), updated.replica(), staged, key, Progress.NONE);
        assertArrayEquals(old, Files.readAllBytes(key.replica()));
    }

    @Test
    void aKeyThatIsNotTheOldReplicaIsNotTakenForIt() throws IOException {
        byte[] other = Files.readAllBytes(staged);
        other[40] ^= 1;
        Files.write(staged, other);
        ProofException wrong = assertThrows(ProofException.class,
                () -> updating.recoverKey(TYPE, commitments.commDNew(), updated.replica(), staged, key, Progress.NONE));
        assertTrue(wrong.getMessage().contains("do not belong together"), wrong.getMessage());
    }

    @Test
    void anUpdateMayBeRunAgainAndWithATrailer() throws IOException {
        byte[] first = Files.readAllBytes(updated.replica());
        byte[] data = Files.readAllBytes(staged);
        Files.write(staged, Arrays.copyOf(data, data.length + 100));
        UpdateCommitments again = updating.encode(TYPE, pieces, staged, key, updated, Progress.NONE);
        assertArrayEquals(first, Files.readAllBytes(updated.replica()));
        assertArrayEquals(commitments.commRNew(), again.commRNew());
    }

    @Test
    void piecesThatAreNotTheDataAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> updating.encode(TYPE, List.of(PieceInfo.zero(2048)), staged, key, updated, Progress.NONE));
        assertThrows(IllegalArgumentException.class,
                () -> updating.encode(TYPE, List.of(PieceInfo.zero(1024)), staged, key, updated, Progress.NONE));
    }

    /** One bit of every field of the apex and the first challenge at a time (commitment, node, index, count and variant), some of the other nine. */
    @Test
    void aVanillaProofWithAnyFieldAlteredIsRejected() throws IOException {
        byte[] right = updating.vanillaProofs(TYPE, commitments, key, updated, Progress.NONE).getFirst();
        UpdateVerifier verifier = new UpdateVerifier(SHAPE, commitments);
        UpdateProofCodec codec = new UpdateProofCodec(SHAPE);
        assertTrue(verifier.fault(codec.fromBytes(right), 0).isEmpty());
        for (int at = 0; at < right.length; at += at < ALL_FIELDS ? 4 : 92) {
            byte[] altered = right.clone();
            altered[at] ^= 1;
            boolean rejected;
            try {
                rejected = verifier.fault(codec.fromBytes(altered), 0).isPresent();
            } catch (BincodeException malformed) {
                rejected = true;
            }
            assertTrue(rejected, "byte " + at);
        }
        assertEquals("partition 1, expected 0 to 0", verifier.fault(codec.fromBytes(right), 1).orElseThrow());
    }

    @Test
    void aVanillaProofProvesNoOtherUpdate() throws IOException {
        byte[] proof = updating.vanillaProofs(TYPE, commitments, key, updated, Progress.NONE).getFirst();
        for (int field = 0; field < 3; field++) {
            byte[][] other = {commitments.commROld().clone(), commitments.commDNew().clone(), commitments.commRNew().clone()};
            other[field][0] ^= 1;
            UpdateVerifier verifier = new UpdateVerifier(SHAPE, new UpdateCommitments(other[0], other[1], other[2]));
            assertTrue(verifier.fault(new UpdateProofCodec(SHAPE).fromBytes(proof), 0).isPresent(), "commitment " + field);
        }
        assertThrows(MissingParametersException.class, () -> updating.prove(TYPE, commitments, List.of(proof), Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> updating.prove(TYPE, commitments, List.of(), Progress.NONE));
        assertThrows(BincodeException.class,
                () -> updating.prove(TYPE, commitments, List.of(Arrays.copyOf(proof, proof.length - 1)), Progress.NONE));
    }

    @Test
    void aDamagedReplicaIsNotProved() throws IOException {
        byte[] replica = Files.readAllBytes(updated.replica());
        for (int node = 0; node < replica.length / NODE; node++) {
            replica[node * NODE] ^= 1;
        }
        Files.write(updated.replica(), replica);
        assertThrows(ProofException.class, () -> updating.vanillaProofs(TYPE, commitments, key, updated, Progress.NONE));
    }

    @Test
    void theCircuitHoldsForTheProofAndForNothingElse() throws IOException {
        byte[] proof = updating.vanillaProofs(TYPE, commitments, key, updated, Progress.NONE).getFirst();
        UpdateCircuit circuit = new UpdateCircuit(UpdateShape.of(SHAPE),
                UpdateWitness.of(commitments, 0, new UpdateProofCodec(SHAPE).fromBytes(proof)));
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        assertTrue(Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), assignment.aux()).isEmpty());
        for (int input = 1; input < assignment.size().inputs(); input++) {
            long[] inputs = assignment.inputs().toArray();
            Fr.add(inputs, Fr.LIMBS * input, inputs, Fr.LIMBS * input, inputs, 0);
            assertFalse(Satisfaction.firstUnsatisfiedRow(circuit, FrVector.of(inputs, Arena.ofAuto()), assignment.aux()).isEmpty(), "input " + input);
        }
    }
}

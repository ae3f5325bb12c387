package io.cairn.proofs.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.porep.PorepCircuit;
import io.cairn.proofs.circuit.porep.PorepWitness;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.proofs.circuit.update.UpdateCircuit;
import io.cairn.proofs.conformance.WitnessDigest;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.porep.CommitJsonReader;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.post.PostSectorProof;
import io.cairn.proofs.post.PostSectorProofCodec;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class WitnessTest {

    private static final SectorShape SHAPE = SectorShape.of(SectorSize.KIB_2);

    private final ProvingAssignment.Place place = new ProvingAssignment.Place(Arena.ofAuto(), Arena.ofAuto(), Arena.ofAuto());

    @Test
    void windowProofHasTheReferencesWitness() throws IOException {
        JsonNode stated = json("reference-window-post-2kib.json").path("one_sector_V1_2");
        Circuit circuit = windowCircuit(stated);
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        assertEquals(stated.at("/partitions/0/witness_digest").asText(), WitnessDigest.of(assignment));
        assertEquals(texts(stated.at("/public_inputs_by_partition/0")), publicInputs(assignment));
        assertEquals(OptionalInt.empty(), Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), assignment.aux()));
        assertRowsHold(assignment);
    }

    @Test
    void replicationProofHasTheReferencesWitness() throws IOException {
        JsonNode stated = json("reference-porep-2kib.json").path("V1_1");
        Circuit circuit = porepCircuit();
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        assertEquals(texts(stated.at("/public_inputs_by_partition/0")), publicInputs(assignment));
        assertEquals(stated.at("/c2/partitions/0/witness_digest").asText(), WitnessDigest.of(assignment));
        assertRowsHold(assignment);
    }

    @Test
    void anyAlteredVariableLeavesARowUnsatisfied() throws IOException {
        Circuit circuit = windowCircuit(json("reference-window-post-2kib.json").path("one_sector_V1_2"));
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        for (int variable = 0; variable < assignment.size().aux(); variable += 997) {
            FrVector altered = altered(assignment.aux(), variable);
            assertTrue(Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), altered).isPresent(), "auxiliary variable " + variable);
        }
        for (int input = 1; input < assignment.size().inputs(); input++) {
            FrVector altered = altered(assignment.inputs(), input);
            assertTrue(Satisfaction.firstUnsatisfiedRow(circuit, altered, assignment.aux()).isPresent(), "input " + input);
        }
    }

    @Test
    void anAlteredReplicationWitnessLeavesARowUnsatisfied() throws IOException {
        Circuit circuit = porepCircuit();
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        int last = assignment.size().aux() - 1;
        for (int variable : new int[] {0, 1_000_000, last}) {
            FrVector altered = altered(assignment.aux(), variable);
            assertTrue(Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), altered).isPresent(), "auxiliary variable " + variable);
        }
    }

    @Test
    void synthesisCanBeCancelled() throws IOException {
        Circuit circuit = porepCircuit();
        Progress cancelled = new Progress() {
            @Override
            public void advanced(long done, long total) {
                throw new AssertionError("advanced to " + done);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> ProvingAssignment.of(circuit, place, Workers.CALLER, cancelled));
    }

    @Test
    void sectionsWrittenSideBySideGiveTheSameAssignment() throws IOException {
        Workers four = new ProofDispatcher(4).workers();
        for (Circuit circuit : List.of(windowCircuit(json("reference-window-post-2kib.json").path("one_sector_V1_2")), porepCircuit())) {
            ProvingAssignment inOrder = ProvingAssignment.of(circuit, Arena.ofAuto());
            ProvingAssignment sideBySide = ProvingAssignment.of(circuit, place, four, Progress.NONE);
            assertArrayEquals(inOrder.inputs().toArray(), sideBySide.inputs().toArray());
            assertArrayEquals(inOrder.aux().toArray(), sideBySide.aux().toArray());
            assertArrayEquals(inOrder.a().toArray(), sideBySide.a().toArray());
            assertArrayEquals(inOrder.b().toArray(), sideBySide.b().toArray());
            assertArrayEquals(inOrder.c().toArray(), sideBySide.c().toArray());
            assertEquals(inOrder.density(), sideBySide.density());
        }
    }

    @Test
    void aSectionOfAnotherSizeThanAnnouncedIsRefused() throws IOException {
        SectionedCircuit window = (SectionedCircuit) windowCircuit(json("reference-window-post-2kib.json").path("one_sector_V1_2"));
        SectionedCircuit uneven = new SectionedCircuit() {
            @Override
            public int sections() {
                return window.sections();
            }

            @Override
            public Object shape() {
                return this;
            }

            @Override
            public Sections head(ConstraintSystem system) {
                Sections sections = window.head(system);
                return (k, section) -> {
                    sections.write(k, section);
                    if (k == 1) {
                        section.allocateBit(false);
                    }
                };
            }
        };
        assertThrows(IllegalStateException.class, () -> ProvingAssignment.of(uneven, Arena.ofAuto()));
    }

    @Test
    void theFirstUnsatisfiedRowIsNamed() throws IOException {
        Circuit circuit = windowCircuit(json("reference-window-post-2kib.json").path("one_sector_V1_2"));
        ProvingAssignment assignment = ProvingAssignment.of(circuit, Arena.ofAuto());
        int commR = 2;
        assertEquals(OptionalInt.of(0), Satisfaction.firstUnsatisfiedRow(circuit, assignment.inputs(), altered(assignment.aux(), commR)));
    }

    @Test
    void partitionsOfMixedShapesAreRefused() {
        MerkleProof small = TreeShape.ofReplica(SHAPE).blankPath();
        MerkleProof large = TreeShape.ofReplica(SectorShape.of(SectorSize.MIB_8)).blankPath();
        byte[] zero = new byte[32];
        PostSectorProof first = new PostSectorProof(1, zero, List.of(small), zero, zero);
        PostSectorProof longer = new PostSectorProof(2, zero, List.of(large), zero, zero);
        PostSectorProof more = new PostSectorProof(3, zero, List.of(small, small), zero, zero);
        assertThrows(IllegalArgumentException.class, () -> new PostCircuit(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new PostCircuit(List.of(first, longer)));
        assertThrows(IllegalArgumentException.class, () -> new PostCircuit(List.of(first, more)));
        assertThrows(IllegalArgumentException.class, () -> PostCircuit.window(List.of(first, first, first), 2));
        assertThrows(IllegalArgumentException.class,
                () -> new PorepCircuit(new PorepWitness(zero, zero, zero, zero, zero, List.of())));
    }

    @Test
    void proverAndStructureHaveTheSameRows() throws IOException {
        Circuit update = UpdateCircuit.blank(SHAPE);
        for (Circuit circuit : List.of(windowCircuit(json("reference-window-post-2kib.json").path("one_sector_V1_2")), porepCircuit(), update)) {
            EvaluatedRows.assertAreThoseOfTheStructure(circuit, ProvingAssignment.of(circuit, Arena.ofAuto()));
        }
    }

    private static Circuit windowCircuit(JsonNode stated) {
        byte[] bytes = HexFormat.of().parseHex(stated.at("/sectors/0/vanilla_proof_bincode/hex").asText());
        return PostCircuit.window(List.of(new PostSectorProofCodec(SHAPE).fromBytes(bytes)), SHAPE.windowSectors());
    }

    private static Circuit porepCircuit() throws IOException {
        try (InputStream in = WitnessTest.class.getResourceAsStream("/vectors/computed-c1-output-2kib.json")) {
            CommitOutput output = CommitJsonReader.read(in.readAllBytes());
            return new PorepCircuit(PorepWitness.of(output.replicaId(), output.commD(), output.commR(), output.partitions().getFirst()));
        }
    }

    private static void assertRowsHold(ProvingAssignment assignment) {
        long[] a = assignment.a().toArray();
        long[] b = assignment.b().toArray();
        long[] c = assignment.c().toArray();
        long[] product = new long[Fr.LIMBS];
        for (int row = 0; row < assignment.size().constraints(); row++) {
            int at = Fr.LIMBS * row;
            Fr.mul(product, 0, a, at, b, at);
            if (!Fr.equal(product, 0, c, at)) {
                throw new AssertionError("row " + row);
            }
        }
    }

    private static FrVector altered(FrVector values, int index) {
        FrVector altered = FrVector.of(values.toArray(), Arena.ofAuto());
        long[] limbs = new long[Fr.LIMBS];
        values.scalar(index).plus(Scalar.ONE).copyTo(limbs, 0);
        altered.put(index, limbs, 0);
        return altered;
    }

    private static List<String> publicInputs(ProvingAssignment assignment) {
        List<String> inputs = new ArrayList<>();
        for (int i = 1; i < assignment.size().inputs(); i++) {
            inputs.add(HexFormat.of().formatHex(assignment.inputs().scalar(i).toBytes()));
        }
        return inputs;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode json(String name) throws IOException {
        try (InputStream in = WitnessTest.class.getResourceAsStream("/vectors/" + name)) {
            return new ObjectMapper().readTree(in);
        }
    }
}

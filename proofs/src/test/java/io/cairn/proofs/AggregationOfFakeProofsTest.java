package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.aggregate.AggregateFormatException;
import io.cairn.proofs.aggregate.AggregateMemory;
import io.cairn.proofs.aggregate.SrsSecrets;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.VerifyingKey;
import io.cairn.proofs.parameter.MissingParametersException;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.proofs.update.UpdatePublicInputs;
import io.cairn.proofs.update.UpdateShape;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.RegisteredUpdateProof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is aggregated is forged with the printed secrets of the known answers' keys; the aggregates are real. */
class AggregationOfFakeProofsTest {

    private static final long MINER = 1000;
    private static final RegisteredAggregationProof V2 = RegisteredAggregationProof.SNARK_PACK_V2;

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private ParameterStore parameters;
    private Aggregation aggregation;

    @BeforeEach
    void keysAndSrs() throws IOException {
        parameters = new ParameterStore(folder);
        parameters.createInsecureSrs(new SrsSecrets(Scalar.of(3), Scalar.of(5)), 32, Workers.CALLER, Progress.NONE);
        aggregation = new Aggregation(parameters, Workers.CALLER);
    }

    /** The known answers' key serves any size whose circuit has as many inputs. */
    private FakeProofs fakes(ProofCircuit circuit, String name) throws IOException {
        JsonNode known = TestParameters.knownAnswers(circuit.kind());
        byte[] key = HexFormat.of().parseHex(known.at("/parameters/" + name + "/vk").textValue());
        Files.write(parameters.keyFile(circuit), key);
        return new FakeProofs(VerifyingKey.fromBytes(key), TestParameters.waste(known.at("/parameters/waste/scalars")));
    }

    private AggregateSealInfo sector(long number) {
        return new AggregateSealInfo(number, commitment(), commitment(), commitment(), commitment());
    }

    private byte[] commitment() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        bytes[31] &= 0x3f;
        return bytes;
    }

    private byte[] fakeProof(FakeProofs fakes, List<List<Scalar>> inputs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        inputs.forEach(partition -> out.writeBytes(fakes.of(partition, random).toBytes()));
        return out.toByteArray();
    }

    private List<byte[]> fakeProofs(RegisteredSealProof type, List<AggregateSealInfo> sectors) throws IOException {
        FakeProofs fakes = fakes(SealVerifier.circuit(type), "porep");
        return sectors.stream().map(sector -> fakeProof(fakes, SealVerifier.inputs(type, MINER, sector))).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"STACKED_DRG_2KIB_V1_2_NON_INTERACTIVE", "STACKED_DRG_8MIB_V1_2_NON_INTERACTIVE"})
    void aNonInteractiveSectorIsProvedByTheAggregateOfItsPartitions(RegisteredSealProof type) throws IOException {
        AggregateSealInfo sector = sector(7);
        byte[] proof = aggregation.aggregateSeals(type, V2, List.of(sector), fakeProofs(type, List.of(sector)), Progress.NONE);
        assertEquals(14_164, proof.length);
        Sealing sealing = new Sealing(parameters, Workers.CALLER);
        assertTrue(sealing.verifySeal(info(type, sector, sector.seed(), sector.commR(), proof)));
        assertTrue(sealing.verifySeal(info(type, sector, commitment(), sector.commR(), proof)), "the seed does not matter");
        assertFalse(sealing.verifySeal(info(type, sector, sector.seed(), commitment(), proof)));
        assertFalse(sealing.verifySeal(info(type, sector(7), sector.seed(), sector.commR(), proof)));
        assertThrows(AggregateFormatException.class,
                () -> sealing.verifySeal(info(type, sector, sector.seed(), sector.commR(), Arrays.copyOf(proof, 13 * 192))));
    }

    private static SealVerifyInfo info(RegisteredSealProof type, AggregateSealInfo sector, byte[] seed, byte[] commR, byte[] proof) {
        return new SealVerifyInfo(type, MINER, sector.sectorNumber(), sector.ticket(), seed, commR, sector.commD(), proof);
    }

    @Test
    void sectorsOfOneAggregateKeepTheirOrderAndSeeds() throws IOException {
        RegisteredSealProof type = RegisteredSealProof.STACKED_DRG_2KIB_V1_1;
        List<AggregateSealInfo> sectors = List.of(sector(1), sector(2), sector(3));
        byte[] aggregate = aggregation.aggregateSeals(type, V2, sectors, fakeProofs(type, sectors), Progress.NONE);
        assertTrue(aggregation.verifySeals(type, V2, MINER, sectors, aggregate));
        assertFalse(aggregation.verifySeals(type, RegisteredAggregationProof.SNARK_PACK_V1, MINER, sectors, aggregate));
        assertFalse(aggregation.verifySeals(type, V2, MINER + 1, sectors, aggregate));
        assertFalse(aggregation.verifySeals(type, V2, MINER, sectors.reversed(), aggregate));
        List<AggregateSealInfo> four = new ArrayList<>(sectors);
        four.add(sectors.getLast());
        assertFalse(aggregation.verifySeals(type, V2, MINER, four, aggregate), "a repeated sector is one of its own");
        assertThrows(IllegalArgumentException.class, () -> aggregation.verifySeals(type, V2, MINER, sectors.subList(0, 2), aggregate));
        assertThrows(IllegalArgumentException.class, () -> aggregation.verifySeals(type, V2, MINER, List.of(), aggregate));
    }

    @Test
    void anAggregateTakesItsMemoryFromTheBudget() throws IOException {
        RegisteredSealProof type = RegisteredSealProof.STACKED_DRG_2KIB_V1_1;
        List<AggregateSealInfo> sectors = List.of(sector(1), sector(2));
        List<byte[]> proofs = fakeProofs(type, sectors);
        long peak = AggregateMemory.peak(2, 1);
        MemoryBudget scarce = new MemoryBudget(peak - 1);
        String refusal = assertThrows(MemoryBudgetException.class, () -> new Aggregation(new ParameterStore(folder, scarce), Workers.CALLER)
                .aggregateSeals(type, V2, sectors, proofs, Progress.NONE)).getMessage();
        assertTrue(refusal.contains("aggregate of 2 proofs"), refusal);
        MemoryBudget enough = new MemoryBudget(peak);
        new Aggregation(new ParameterStore(folder, enough), Workers.CALLER).aggregateSeals(type, V2, sectors, proofs, Progress.NONE);
        assertEquals(0, enough.inUse());
    }

    @Test
    void updatesAreAggregatedToo() throws IOException {
        RegisteredUpdateProof type = RegisteredUpdateProof.of(0);
        FakeProofs fakes = fakes(TestParameters.circuit(ProofCircuit.Kind.UPDATE), "update");
        UpdateShape shape = UpdateShape.of(SectorShape.of(type.sectorSize()));
        List<UpdateCommitments> updates = List.of(new UpdateCommitments(commitment(), commitment(), commitment()),
                new UpdateCommitments(commitment(), commitment(), commitment()));
        List<byte[]> proofs = updates.stream().map(update -> fakeProof(fakes, inputs(shape, update))).toList();
        byte[] aggregate = aggregation.aggregateUpdates(type, updates, proofs, Progress.NONE);
        assertTrue(aggregation.verifyUpdates(type, updates, aggregate));
        assertFalse(aggregation.verifyUpdates(type, updates.reversed(), aggregate));
        assertThrows(IllegalArgumentException.class, () -> aggregation.aggregateUpdates(type, updates, proofs.subList(0, 1), Progress.NONE));
    }

    private static List<List<Scalar>> inputs(UpdateShape shape, UpdateCommitments update) {
        List<List<Scalar>> inputs = new ArrayList<>();
        for (int k = 0; k < shape.partitions(); k++) {
            inputs.add(UpdatePublicInputs.of(shape, update, k));
        }
        return inputs;
    }

    @Test
    void refusesWhatCannotBeAggregated() throws IOException {
        RegisteredSealProof type = RegisteredSealProof.STACKED_DRG_2KIB_V1_2_NON_INTERACTIVE;
        assertThrows(IllegalArgumentException.class, () -> aggregation.aggregateSeals(type, V2, List.of(), List.of(), Progress.NONE));
        AggregateSealInfo sector = sector(1);
        String message = assertThrows(IllegalArgumentException.class,
                () -> aggregation.aggregateSeals(type, V2, List.of(sector), List.of(new byte[192]), Progress.NONE)).getMessage();
        assertTrue(message.contains("proof 0 to aggregate") && message.contains("13 partitions"), message);
        List<AggregateSealInfo> many = Collections.nCopies(66, sector);
        assertThrows(IllegalArgumentException.class, () -> aggregation.verifySeals(type, V2, MINER, many, new byte[0]));
        Files.delete(parameters.srsFile());
        ParameterStore without = new ParameterStore(folder);
        fakes(SealVerifier.circuit(type), "porep");
        assertTrue(assertThrows(MissingParametersException.class,
                () -> new Aggregation(without, Workers.CALLER).verifySeals(type, V2, MINER, List.of(sector), new byte[14_164])).getMessage()
                .contains("v28-fil-inner-product-v1.srs"));
    }
}

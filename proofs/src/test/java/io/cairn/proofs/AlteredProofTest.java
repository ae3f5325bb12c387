package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.Verifier;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.RegisteredUpdateProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs that the reference made, altered in one place at a time: none may pass. */
class AlteredProofTest {

    private static final int B_AT = 48;
    private static final int C_AT = 144;
    private static final int FQ_BYTES = 48;
    /** Bytes of 32-byte values that are altered. With two challenges of 64 nodes, some other seeds ask the same and are rightly accepted. */
    private static final int[] PLACES = {0, 17, 30};

    @TempDir
    Path folder;

    private ParameterStore parameters;
    private Sealing sealing;
    private SpaceTime spaceTime;

    private interface Verification {
        boolean accepts(byte[] proof) throws IOException;
    }

    @BeforeEach
    void open() {
        parameters = new ParameterStore(folder);
        sealing = new Sealing(parameters, Workers.CALLER);
        spaceTime = new SpaceTime(parameters, Workers.CALLER);
    }

    @Test
    void aReplicationProofWithAnyFieldAlteredIsRejected() throws IOException {
        JsonNode file = recorded("porep", ProofCircuit.Kind.REPLICATION);
        for (String name : List.of("V1_1", "synthetic")) {
            JsonNode made = file.get(name);
            SealVerifyInfo right = info(made);
            assertTrue(sealing.verifySeal(right));
            rejected("another kind", sealing, with(right, RegisteredSealProof.STACKED_DRG_2KIB_V1, 0, 0, new byte[4][32], right.proof()));
            for (RegisteredSealProof other : List.of(RegisteredSealProof.STACKED_DRG_2KIB_V1_1, RegisteredSealProof.of(10))) {
                if (other != right.type()) {
                    rejected(other.toString(), sealing, with(right, other, 0, 0, new byte[4][32], right.proof()));
                }
            }
            rejected("miner", sealing, with(right, right.type(), 1, 0, new byte[4][32], right.proof()));
            rejected("sector number", sealing, with(right, right.type(), 0, 1, new byte[4][32], right.proof()));
            for (int field = 0; field < 4; field++) {
                for (int at : PLACES) {
                    byte[][] change = new byte[4][32];
                    change[field][at] = 1;
                    rejected(name + " field " + field + " byte " + at, sealing, with(right, right.type(), 0, 0, change, right.proof()));
                }
            }
            assertNoAlteredProof(right.proof(), proof -> sealing.verifySeal(with(right, right.type(), 0, 0, new byte[4][32], proof)));
            assertNoAlteredInput(ProofCircuit.Kind.REPLICATION, made.get("public_inputs_by_partition"), right.proof());
        }
    }

    @Test
    void aWindowProofWithAnyFieldAlteredIsRejected() throws IOException {
        JsonNode file = recorded("window-post", ProofCircuit.Kind.WINDOW);
        RegisteredPostProof type = RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1;
        for (String name : List.of("one_sector_V1_2", "three_sectors_V1_2")) {
            JsonNode made = file.get(name);
            byte[] randomness = bytes(made.get("inputs"), "randomness_already_masked");
            SortedMap<Long, byte[]> commRs = commRs(made);
            byte[] right = bytes(made, "proof");
            assertTrue(spaceTime.verifyWindowPost(type, randomness, commRs, right));
            for (int at : PLACES) {
                int place = at;
                assertRejected("randomness byte " + at, right, proof -> spaceTime.verifyWindowPost(type, altered(randomness, place, 1), commRs, proof));
            }
            for (long number : commRs.keySet()) {
                assertRejected("number of sector " + number, right, proof -> spaceTime.verifyWindowPost(type, randomness, renumbered(commRs, number), proof));
                assertRejected("without sector " + number, right, proof -> spaceTime.verifyWindowPost(type, randomness, without(commRs, number), proof));
                for (int at : PLACES) {
                    SortedMap<Long, byte[]> other = new TreeMap<>(commRs);
                    other.put(number, altered(commRs.get(number), at, 1));
                    assertRejected("comm_r of sector " + number, right, proof -> spaceTime.verifyWindowPost(type, randomness, other, proof));
                }
            }
            SortedMap<Long, byte[]> more = new TreeMap<>(commRs);
            more.put(1000L, commRs.get(commRs.lastKey()));
            assertRejected("one sector more", right, proof -> spaceTime.verifyWindowPost(type, randomness, more, proof));
            assertNoAlteredProof(right, proof -> spaceTime.verifyWindowPost(type, randomness, commRs, proof));
            assertNoAlteredInput(ProofCircuit.Kind.WINDOW, made.get("public_inputs_by_partition"), right);
        }
        JsonNode old = file.get("three_sectors_V1_0");
        assertRejected("the older rule of challenges", bytes(old, "proof"), proof ->
                spaceTime.verifyWindowPost(type, bytes(old.get("inputs"), "randomness_already_masked"), commRs(old), proof));
    }

    @Test
    void aWinningProofWithAnyFieldAlteredIsRejected() throws IOException {
        JsonNode made = recorded("winning-post", ProofCircuit.Kind.WINNING).get("winning");
        RegisteredPostProof type = RegisteredPostProof.STACKED_DRG_WINNING_2KIB_V1;
        byte[] randomness = bytes(made.get("inputs"), "randomness_already_masked");
        byte[] commR = bytes(made.get("sectors").get(0), "comm_r");
        byte[] right = bytes(made, "proof");
        assertTrue(spaceTime.verifyWinningPost(type, randomness, 42, commR, right));
        assertRejected("sector number", right, proof -> spaceTime.verifyWinningPost(type, randomness, 43, commR, proof));
        for (int at : PLACES) {
            int place = at;
            assertRejected("randomness byte " + at, right, proof -> spaceTime.verifyWinningPost(type, altered(randomness, place, 1), 42, commR, proof));
            assertRejected("comm_r byte " + at, right, proof -> spaceTime.verifyWinningPost(type, randomness, 42, altered(commR, place, 1), proof));
        }
        assertNoAlteredProof(right, proof -> spaceTime.verifyWinningPost(type, randomness, 42, commR, proof));
        assertNoAlteredInput(ProofCircuit.Kind.WINNING, made.get("public_inputs_by_partition"), right);
    }

    @Test
    void anUpdateProofWithAnyFieldAlteredIsRejected() throws IOException {
        JsonNode file = recorded("update", ProofCircuit.Kind.UPDATE);
        Updating updating = new Updating(parameters, Workers.CALLER);
        RegisteredUpdateProof type = RegisteredUpdateProof.UPDATE_2KIB;
        JsonNode made = file.get("sector_with_data");
        byte[] right = bytes(made, "proof");
        assertTrue(updating.verify(type, commitments(made, new byte[3][32]), right));
        for (int field = 0; field < 3; field++) {
            for (int at : PLACES) {
                byte[][] change = new byte[3][32];
                change[field][at] = 1;
                assertRejected("field " + field + " byte " + at, right, proof -> updating.verify(type, commitments(made, change), proof));
            }
        }
        assertRejected("the other sector's", bytes(file.get("cc_sector"), "proof"),
                proof -> updating.verify(type, commitments(made, new byte[3][32]), proof));
        assertNoAlteredProof(right, proof -> updating.verify(type, commitments(made, new byte[3][32]), proof));
        assertNoAlteredInput(ProofCircuit.Kind.UPDATE, made.get("public_inputs_by_partition"), right);
    }

    private static UpdateCommitments commitments(JsonNode made, byte[][] change) {
        return new UpdateCommitments(mixed(bytes(made, "comm_r_old"), change[0]), mixed(bytes(made, "comm_d_new"), change[1]),
                mixed(bytes(made, "comm_r_new"), change[2]));
    }

    /** Every coordinate, every flag, and other points of the group in the place of A, B and C, in every partition. */
    private static void assertNoAlteredProof(byte[] right, Verification verification) {
        for (int first = 0; first < right.length; first += Proof.BYTES) {
            for (int at = FQ_BYTES - 1; at < Proof.BYTES; at += FQ_BYTES) {
                assertRejected("byte " + (first + at), altered(right, first + at, 1), verification);
            }
            for (int part : new int[] {0, B_AT, C_AT}) {
                for (int flag : new int[] {0x80, 0x40, 0x20}) {
                    assertRejected("flag " + flag + " of part at " + (first + part), altered(right, first + part, flag), verification);
                }
            }
            Proof one = Proof.fromBytes(Arrays.copyOfRange(right, first, first + Proof.BYTES));
            Scalar two = Scalar.of(2);
            for (Proof other : List.of(
                    new Proof(G1.GENERATOR, one.b(), one.c()), new Proof(one.a(), G2.GENERATOR, one.c()), new Proof(one.a(), one.b(), G1.GENERATOR),
                    new Proof(one.a().times(two), one.b(), one.c()), new Proof(one.a(), one.b().times(two), one.c()),
                    new Proof(one.a(), one.b(), one.c().times(two)), new Proof(one.c(), one.b(), one.a()))) {
                byte[] proof = right.clone();
                System.arraycopy(other.toBytes(), 0, proof, first, Proof.BYTES);
                assertRejected("another point", proof, verification);
            }
            for (int coordinate = 0; coordinate < Proof.BYTES; coordinate += FQ_BYTES) {
                assertRejected("coordinate at " + (first + coordinate) + " plus the modulus", plusModulus(right, first + coordinate), verification);
            }
        }
        for (int length : new int[] {0, right.length - 1, right.length + 1, right.length + Proof.BYTES}) {
            assertRejected(length + " bytes", Arrays.copyOf(right, length), verification);
        }
        if (right.length == 2 * Proof.BYTES) {
            byte[] exchanged = Arrays.copyOfRange(right, Proof.BYTES, 3 * Proof.BYTES);
            System.arraycopy(right, 0, exchanged, Proof.BYTES, Proof.BYTES);
            assertRejected("partitions exchanged", exchanged, verification);
        }
    }

    /** The same number modulo the field's, written in another way; where it needs too many bits, too large a number. */
    private static byte[] plusModulus(byte[] proof, int at) {
        boolean flags = at % Proof.BYTES != 2 * FQ_BYTES;
        byte[] coordinate = Arrays.copyOfRange(proof, at, at + FQ_BYTES);
        int kept = flags ? coordinate[0] & 0xe0 : 0;
        coordinate[0] &= flags ? 0x1f : 0xff;
        BigInteger sum = new BigInteger(1, coordinate).add(Fq.MODULUS);
        boolean fits = sum.bitLength() <= 381;
        byte[] large = (fits ? sum : BigInteger.ONE.shiftLeft(381).subtract(BigInteger.ONE)).toByteArray();
        byte[] other = proof.clone();
        Arrays.fill(other, at, at + FQ_BYTES, (byte) 0);
        System.arraycopy(large, 0, other, at + FQ_BYTES - large.length, large.length);
        other[at] |= (byte) kept;
        return other;
    }

    /** Each public input of each partition, one more than it was. */
    private void assertNoAlteredInput(ProofCircuit.Kind kind, JsonNode partitions, byte[] proof) throws IOException {
        Verifier verifier = new Verifier(parameters.key(new ProofCircuit(kind, SectorSize.KIB_2)));
        for (int k = 0; k < partitions.size(); k++) {
            Proof one = Proof.fromBytes(Arrays.copyOfRange(proof, k * Proof.BYTES, (k + 1) * Proof.BYTES));
            List<Scalar> inputs = new ArrayList<>();
            partitions.get(k).forEach(input -> inputs.add(Scalar.fromBytes(HexFormat.of().parseHex(input.textValue()))));
            assertTrue(verifier.verify(one, inputs));
            for (int i = 0; i < inputs.size(); i++) {
                List<Scalar> altered = new ArrayList<>(inputs);
                altered.set(i, inputs.get(i).plus(Scalar.ONE));
                assertFalse(verifier.verify(one, altered), "input " + i + " of partition " + k);
            }
        }
    }

    private static void rejected(String what, Sealing sealing, SealVerifyInfo info) {
        assertRejected(what, info.proof(), proof -> sealing.verifySeal(info));
    }

    private static void assertRejected(String what, byte[] proof, Verification verification) {
        boolean accepted;
        try {
            accepted = verification.accepts(proof);
        } catch (IllegalArgumentException malformed) {
            accepted = false;
        } catch (IOException e) {
            throw new AssertionError(what, e);
        }
        assertFalse(accepted, what);
    }

    /** Changes by adding to the numbers, and by exclusive or to ticket, seed, comm_r and comm_d. */
    private static SealVerifyInfo with(SealVerifyInfo info, RegisteredSealProof type, long miner, long sector, byte[][] change, byte[] proof) {
        return new SealVerifyInfo(type, info.minerActorId() + miner, info.sectorNumber() + sector, mixed(info.ticket(), change[0]),
                mixed(info.seed(), change[1]), mixed(info.commR(), change[2]), mixed(info.commD(), change[3]), proof);
    }

    private static SealVerifyInfo info(JsonNode made) {
        JsonNode inputs = made.get("inputs");
        return new SealVerifyInfo(RegisteredSealProof.of(inputs.get("registered_seal_proof").intValue()), inputs.get("miner_actor_id").longValue(),
                inputs.get("sector_number").longValue(), bytes(inputs, "ticket"), bytes(inputs, "seed"), bytes(made, "comm_r"),
                bytes(made, "comm_d"), bytes(made.get("c2"), "proof"));
    }

    private static SortedMap<Long, byte[]> commRs(JsonNode made) {
        SortedMap<Long, byte[]> commRs = new TreeMap<>();
        made.get("sectors").forEach(sector -> commRs.put(sector.get("sector_number").longValue(), bytes(sector, "comm_r")));
        return commRs;
    }

    private static SortedMap<Long, byte[]> renumbered(SortedMap<Long, byte[]> commRs, long number) {
        SortedMap<Long, byte[]> other = without(commRs, number);
        other.put(number + 1, commRs.get(number));
        return other;
    }

    private static SortedMap<Long, byte[]> without(SortedMap<Long, byte[]> commRs, long number) {
        SortedMap<Long, byte[]> other = new TreeMap<>(commRs);
        other.remove(number);
        return other;
    }

    private static byte[] altered(byte[] bytes, int at, int mask) {
        byte[] other = bytes.clone();
        other[at] ^= (byte) mask;
        return other;
    }

    private static byte[] mixed(byte[] bytes, byte[] mask) {
        byte[] mixed = bytes.clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] ^= mask[i];
        }
        return mixed;
    }

    private JsonNode recorded(String name, ProofCircuit.Kind kind) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/vectors/reference-" + name + "-2kib.json")) {
            JsonNode file = new ObjectMapper().readTree(in);
            String key = name.contains("-") ? name.substring(0, name.indexOf('-')) : name;
            Files.write(parameters.keyFile(new ProofCircuit(kind, SectorSize.KIB_2)), bytes(file.get("parameters").get(key), "vk"));
            return file;
        }
    }

    private static byte[] bytes(JsonNode object, String field) {
        return HexFormat.of().parseHex(object.get(field).textValue());
    }
}

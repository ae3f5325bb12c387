package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.Circuit;
import io.cairn.proofs.circuit.post.PostCircuit;
import io.cairn.proofs.post.ChallengedSector;
import io.cairn.proofs.post.PostPartitions;
import io.cairn.proofs.post.PostProver;
import io.cairn.proofs.post.PostSectorProof;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sectors that a file of known answers names, sealed anew; their files go when this is closed. */
final class RecordedSectors implements AutoCloseable {

    private static final String CACHE = "cache";

    private final SortedMap<Long, TrialSeal> byNumber = new TreeMap<>();

    private RecordedSectors() {}

    static RecordedSectors seal(JsonNode sealedSectors) throws IOException {
        RecordedSectors sectors = new RecordedSectors();
        try {
            for (JsonNode inputs : sealedSectors) {
                sectors.byNumber.put(inputs.get("sector_number").longValue(), sealOne(inputs));
            }
            return sectors;
        } catch (IOException | RuntimeException e) {
            sectors.close();
            throw e;
        }
    }

    /** One sector through both phases. */
    static TrialSeal sealOne(JsonNode inputs) throws IOException {
        return sealOne(inputs, CACHE);
    }

    /** One sector through both phases; its {@code t_aux} names the given path. */
    static TrialSeal sealOne(JsonNode inputs, String pathInAux) throws IOException {
        byte[] data = TrialData.of(inputs.get("data").textValue(), inputs.get("unpadded_data_bytes").intValue());
        return TrialSeal.afterPhase1(SealingJudge.spec(inputs, inputs.get("sector_size").longValue()), data).phase2(pathInAux);
    }

    SortedMap<Long, TrialSeal> byNumber() {
        return byNumber;
    }

    /** The circuits, with their witness, of all partitions of a recorded space-time proof. */
    List<Circuit> circuits(JsonNode recorded) throws IOException {
        RegisteredPostProof type = RecordedCases.postType(recorded.get("inputs"));
        byte[] randomness = Case.bytes(recorded.get("inputs"), "randomness_already_masked");
        if (type.kind() == RegisteredPostProof.Kind.WINNING) {
            long number = recorded.at("/sectors/0/sector_number").longValue();
            return List.of(PostCircuit.winning(open(PostPartitions.winning(type, randomness, number, commR(number)))));
        }
        SortedMap<Long, byte[]> commRs = new TreeMap<>();
        recorded.get("sectors").forEach(sector -> {
            long number = sector.get("sector_number").longValue();
            commRs.put(number, commR(number));
        });
        List<Circuit> circuits = new ArrayList<>();
        for (List<ChallengedSector> partition : PostPartitions.window(type, randomness, commRs)) {
            List<PostSectorProof> proofs = new ArrayList<>();
            for (ChallengedSector sector : partition) {
                proofs.add(open(sector));
            }
            circuits.add(PostCircuit.window(proofs, SectorShape.of(type.sectorSize()).windowSectors()));
        }
        return circuits;
    }

    /** A sector's vanilla proof. */
    PostSectorProof open(ChallengedSector sector) throws IOException {
        TrialSeal seal = byNumber.get(sector.number());
        return new PostProver(seal.spec().shape()).prove(sector, seal.sealed(), seal.cache().directory());
    }

    private byte[] commR(long number) {
        return byNumber.get(number).aux().commR();
    }

    @Override
    public void close() throws IOException {
        for (TrialSeal seal : byNumber.values()) {
            seal.close();
        }
    }
}

package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.porep.CommitJsonReader;
import io.cairn.proofs.porep.CommitJsonWriter;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Up to the proof of its partitions a non-interactive sector is sealed as any other; its proof itself is in {@link ReferenceToolTest}. */
class NonInteractiveTest {

    @TempDir
    Path folder;

    @Test
    void everyPartitionHasVanillaProofsWhateverTheSeed() throws IOException {
        RegisteredSealProof type = RegisteredSealProof.STACKED_DRG_2KIB_V1_2_NON_INTERACTIVE;
        Sealing sealing = new Sealing(new ParameterStore(folder), Workers.CALLER);
        SealedSector sector = SealedSector.number(42, type, sealing, folder);
        CommitOutput output = commit1(sealing, sector, SealedSector.SEED);
        assertEquals(13, output.partitions().size());
        assertTrue(output.partitions().stream().allMatch(partition -> partition.size() == 2));
        byte[] json = CommitJsonWriter.toJson(output);
        assertArrayEquals(json, CommitJsonWriter.toJson(CommitJsonReader.read(json)));
        byte[] otherSeed = new byte[32];
        otherSeed[0] = 1;
        CommitOutput other = commit1(sealing, sector, otherSeed);
        assertArrayEquals(json, CommitJsonWriter.toJson(new CommitOutput(type, other.partitions(), other.commR(), other.commD(), other.replicaId(),
                SealedSector.SEED, other.ticket())));
    }

    @Test
    void aPartitionMustNotBeMissing() throws IOException {
        RegisteredSealProof type = RegisteredSealProof.STACKED_DRG_2KIB_V1_2_NON_INTERACTIVE;
        Sealing sealing = new Sealing(new ParameterStore(folder), Workers.CALLER);
        SealedSector sector = SealedSector.number(42, type, sealing, folder);
        CommitOutput output = commit1(sealing, sector, SealedSector.SEED);
        CommitOutput less = new CommitOutput(type, output.partitions().subList(0, 12), output.commR(), output.commD(), output.replicaId(), output.seed(),
                output.ticket());
        String message = assertThrows(IllegalArgumentException.class, () -> sealing.sealCommit2(less, 1000, 42, Progress.NONE)).getMessage();
        assertTrue(message.contains("12 partitions, expected 13"), message);
        assertThrows(IllegalArgumentException.class, () -> sealing.sealCommit2Partitions(less, Progress.NONE));
    }

    private static CommitOutput commit1(Sealing sealing, SealedSector sector, byte[] seed) throws IOException {
        return sealing.sealCommit1(sector.request(), seed, sector.commitments(), sector.pieces(), sector.files(), Progress.NONE);
    }
}

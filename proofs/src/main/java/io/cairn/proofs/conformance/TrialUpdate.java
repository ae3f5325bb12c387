package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.fr32.PaddingInputStream;
import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.update.ReplicaUpdate;
import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.proofs.update.UpdatePartitionProof;
import io.cairn.proofs.update.UpdateProver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sector sealed and then updated in a temporary directory, which goes when this is closed. */
final class TrialUpdate implements AutoCloseable {

    private final TrialSeal old;
    private final CacheFolder cache;
    private final UpdateCommitments commitments;

    private TrialUpdate(TrialSeal old, byte[] newData) throws IOException {
        this.old = old;
        this.cache = new CacheFolder(Files.createDirectory(file("update-cache")), old.spec().shape());
        Files.copy(new PaddingInputStream(new ByteArrayInputStream(newData)), staged());
        List<PieceInfo> pieces = List.of(PieceCommitment.of(new ByteArrayInputStream(newData)));
        this.commitments = new ReplicaUpdate(TrialSeal.workers())
                .encode(pieces, staged(), old.sealed(), old.cache(), updated(), cache, Progress.NONE);
    }

    /** Seals the old sector of a case and encodes its new data; the {@code t_aux} of both names the given path. */
    static TrialUpdate of(JsonNode inputs, String pathInAux) throws IOException {
        TrialSeal old = RecordedSectors.sealOne(inputs.get("old_sector"), pathInAux);
        try {
            return new TrialUpdate(old, TrialData.of(inputs.get("new_data").textValue(), (int) old.spec().shape().unpaddedBytes()));
        } catch (IOException | RuntimeException e) {
            old.close();
            throw e;
        }
    }

    TrialSeal old() {
        return old;
    }

    SectorShape shape() {
        return old.spec().shape();
    }

    CacheFolder cache() {
        return cache;
    }

    UpdateCommitments commitments() {
        return commitments;
    }

    Path staged() {
        return file("staged-update");
    }

    Path updated() {
        return file("updated");
    }

    /** A file beside the others. */
    Path file(String name) {
        return old.sealed().resolveSibling(name);
    }

    UpdatePartitionProof prove(int partition) throws IOException {
        try (UpdateProver prover = UpdateProver.open(old.sealed(), old.cache(), updated(), cache)) {
            return prover.prove(partition);
        }
    }

    @Override
    public void close() throws IOException {
        old.close();
    }
}

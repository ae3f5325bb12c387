package io.cairn.proofs.check;

import io.cairn.proofs.SectorFinding.Kind;
import io.cairn.proofs.opening.NodeHash;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.seal.PersistentAux;
import io.cairn.proofs.seal.TemporaryAux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks {@code p_aux} and {@code t_aux}, and finds the root that the replica's tree must have. */
public final class AuxCheck {

    private static final int NODE = 32;

    private final CacheFolder cache;
    private final byte[] commR;
    private final Findings findings;
    private final Optional<PersistentAux> aux;

    /** Reads {@code p_aux}; that it cannot be read is a finding. */
    public AuxCheck(CacheFolder cache, byte[] commR, Findings findings) {
        this.cache = cache;
        this.commR = commR;
        this.findings = findings;
        this.aux = read();
    }

    private Optional<PersistentAux> read() {
        try {
            return Optional.of(PersistentAux.read(cache.persistentAux()));
        } catch (IOException e) {
            findings.add(Kind.P_AUX, cache.persistentAux(), 2 * NODE, e);
            return Optional.empty();
        }
    }

    /** Checks the description of the trees' files. */
    public void description() {
        Path file = cache.temporaryAux();
        try {
            TemporaryAux.requireRight(file, cache.shape());
        } catch (IOException e) {
            findings.add(Kind.T_AUX, file, file.toFile().length(), e);
        }
    }

    /**
     * The root that the replica's tree ought to have: the one that makes commR, or if {@code p_aux} does not allow to tell, one on which
     * two witnesses agree. What is wrong with {@code p_aux} is found on the way.
     *
     * @param computed root hashed from the replica, null if that cannot be read
     * @param stored   root in the tree's files, null if those cannot be read
     */
    Optional<byte[]> root(byte[] computed, byte[] stored) {
        if (aux.isEmpty()) {
            return computed != null && Arrays.equals(computed, stored) ? Optional.of(computed) : Optional.empty();
        }
        byte[] stated = aux.get().commRLast();
        Optional<byte[]> proven = Stream.of(stated, computed, stored).filter(Objects::nonNull).filter(this::makesCommR).findFirst();
        if (proven.isPresent()) {
            if (!Arrays.equals(proven.get(), stated)) {
                note(NODE, NODE, "comm_r_last is not the root that makes comm_r");
            }
            return proven;
        }
        if (Arrays.equals(computed, stated) || Arrays.equals(stored, stated)) {
            note(0, NODE, "comm_c does not make comm_r");
            return Optional.of(stated);
        }
        note(0, 2 * NODE, "comm_c and comm_r_last do not make comm_r");
        return computed != null && Arrays.equals(computed, stored) ? Optional.of(computed) : Optional.empty();
    }

    private boolean makesCommR(byte[] root) {
        return NodeHash.POSEIDON.accepts(root) && Arrays.equals(NodeHash.POSEIDON.parent(aux.orElseThrow().commC(), root), commR);
    }

    private void note(long offset, long length, String problem) {
        findings.add(Kind.P_AUX, cache.persistentAux(), offset, length, problem);
    }
}

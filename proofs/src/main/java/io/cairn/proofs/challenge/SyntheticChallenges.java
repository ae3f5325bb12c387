package io.cairn.proofs.challenge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/**
 * The challenges of a synthetic replication proof (FIP-0059): a large set fixed by the replica, of which the seed selects some.
 * Both come from a ChaCha20 key stream keyed by a keyed BLAKE2b-256
 * (rust-fil-proofs: storage-proofs-porep/src/stacked/vanilla/challenges.rs).
 */
public final class SyntheticChallenges {

    private static final byte[] GENERATION_KEY = "filecoin.io|PoRep|1|Synthetic|1|Generation".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SELECTION_KEY = "filecoin.io|PoRep|1|Synthetic|1|Selection".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONCE = "synth-porep\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] replicaId;
    private final long[] challenges;

    /**
     * Derives the whole set.
     *
     * @param nodes     nodes of the sector
     * @param count     size of the set, at most 2^18
     * @param replicaId 32 bytes
     * @param commR     replica commitment, 32 bytes
     */
    public SyntheticChallenges(long nodes, int count, byte[] replicaId, byte[] commR) {
        this.replicaId = replicaId.clone();
        byte[] stream = keyStream(keyed(GENERATION_KEY, replicaId, commR), 32 * count);
        challenges = new long[count];
        for (int i = 0; i < count; i++) {
            challenges[i] = PorepChallenges.node(stream, 32 * i, nodes);
        }
    }

    /** The whole set, in the order of the synthetic proofs file. */
    public long[] all() {
        return challenges.clone();
    }

    /** Positions in the set that the seed selects for a partition of {@code perPartition} challenges. */
    public int[] selectedIndexes(byte[] seed, int partition, int perPartition) {
        byte[] stream = keyStream(keyed(SELECTION_KEY, replicaId, seed), 4 * (partition + 1) * perPartition);
        ByteBuffer numbers = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        int[] indexes = new int[perPartition];
        for (int i = 0; i < perPartition; i++) {
            indexes[i] = Integer.remainderUnsigned(numbers.getInt(4 * (partition * perPartition + i)), challenges.length);
        }
        return indexes;
    }

    /** The challenges that the seed selects for a partition of {@code perPartition} challenges. */
    public long[] selected(byte[] seed, int partition, int perPartition) {
        int[] indexes = selectedIndexes(seed, partition, perPartition);
        long[] selected = new long[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            selected[i] = challenges[indexes[i]];
        }
        return selected;
    }

    private static byte[] keyed(byte[] key, byte[] first, byte[] second) {
        Blake2bDigest digest = new Blake2bDigest(key, 32, null, null);
        digest.update(first, 0, first.length);
        digest.update(second, 0, second.length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }

    private static byte[] keyStream(byte[] key, int length) {
        try {
            Cipher cipher = Cipher.getInstance("ChaCha20");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new ChaCha20ParameterSpec(NONCE, 0));
            return cipher.doFinal(new byte[length]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java platform's ChaCha20 refuses a 32-byte key and a 12-byte nonce", e);
        }
    }
}

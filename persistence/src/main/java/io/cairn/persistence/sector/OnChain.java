package io.cairn.persistence.sector;

import io.cairn.persistence.Blob;

/**
 * What a sector has to do with the chain; text is empty and epochs are −1 where not known yet.
 *
 * @param preCommitSend  request id of the pre-commitment
 * @param preCommitCid   its message
 * @param preCommitEpoch epoch at which it was executed
 * @param expiration     epoch at which the sector ends
 * @param seedEpoch      epoch of the interactive randomness
 * @param seed           the interactive randomness
 * @param proof          proof of replication, dropped when the sector is active
 * @param commitSend     request id of the commitment
 * @param commitCid      its message
 * @param activation     epoch of activation
 */
public record OnChain(String preCommitSend, String preCommitCid, long preCommitEpoch, long expiration, long seedEpoch,
                      Blob seed, Blob proof, String commitSend, String commitCid, long activation) {
    private static final Blob NOTHING = Blob.of(new byte[0]);

    static OnChain nothing() {
        return new OnChain("", "", -1, -1, -1, NOTHING, NOTHING, "", "", -1);
    }

    OnChain preCommit(String send, String cid, long end) {
        return new OnChain(send, cid, preCommitEpoch, end, seedEpoch, seed, proof, commitSend, commitCid, activation);
    }

    OnChain preCommitted(long epoch) {
        return new OnChain(preCommitSend, preCommitCid, epoch, expiration, seedEpoch, seed, proof, commitSend, commitCid, activation);
    }

    OnChain seeded(long epoch, Blob value) {
        return new OnChain(preCommitSend, preCommitCid, preCommitEpoch, expiration, epoch, value, NOTHING, "", "", activation);
    }

    OnChain proved(Blob value) {
        return new OnChain(preCommitSend, preCommitCid, preCommitEpoch, expiration, seedEpoch, seed, value, commitSend, commitCid, activation);
    }

    OnChain commit(String send, String cid) {
        return new OnChain(preCommitSend, preCommitCid, preCommitEpoch, expiration, seedEpoch, seed, proof, send, cid, activation);
    }

    OnChain active(long epoch, long end) {
        return new OnChain(preCommitSend, preCommitCid, preCommitEpoch, end, seedEpoch, seed, proof, commitSend, commitCid, epoch);
    }

    OnChain expiring(long end) {
        return new OnChain(preCommitSend, preCommitCid, preCommitEpoch, end, seedEpoch, seed, proof, commitSend, commitCid, activation);
    }

    OnChain withoutProof() {
        return proved(NOTHING);
    }

    OnChain revertedTo(Chain chain) {
        return switch (chain) {
            case NONE -> nothing();
            case PRECOMMIT_QUEUED, PRECOMMIT_SENT -> new OnChain(preCommitSend, preCommitCid, -1, expiration, -1, NOTHING,
                    NOTHING, "", "", -1);
            case PRECOMMITTED -> new OnChain(preCommitSend, preCommitCid, preCommitEpoch, expiration, -1, NOTHING, NOTHING, "", "", -1);
            case SEEDED -> seeded(seedEpoch, seed);
            case PROVED, COMMIT_QUEUED, COMMIT_SENT, ACTIVE, EXPIRED, TERMINATED -> this;
        };
    }
}

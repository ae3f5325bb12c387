package io.cairn.proofs.challenge;

/** The 32 bytes by which proofs name a miner: the payload of its id address, zeros after it (filecoin-ffi: proofs.go, toProverID). */
public final class ProverId {

    private ProverId() {
    }

    /**
     * The prover id of a miner actor.
     *
     * @param actorId id of the actor, not negative
     * @return 32 bytes, unsigned LEB128 of the id from the left
     */
    public static byte[] of(long actorId) {
        if (actorId < 0) {
            throw new IllegalArgumentException("miner actor id: " + actorId + ", expected a number that is not negative");
        }
        byte[] id = new byte[32];
        long rest = actorId;
        int at = 0;
        while (rest >= 0x80) {
            id[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        id[at] = (byte) rest;
        return id;
    }
}

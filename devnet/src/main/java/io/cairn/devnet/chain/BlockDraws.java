package io.cairn.devnet.chain;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.BeaconEntry;
import io.cairn.protocol.randomness.DomainSeparationTag;
import io.cairn.protocol.randomness.Randomness;
import java.nio.ByteBuffer;

/** The three draws of 32 bytes that a block's miner works on, from the newest beacon entry (lotus: miner/miner.go, chain/gen/gen.go). */
public final class BlockDraws {

    private BlockDraws() {
    }

    /** What the ticket of a block of {@code epoch} on top of {@code parents} is made over. */
    public static byte[] ticket(BeaconEntry newest, Address miner, long epoch, Tipset parents) {
        byte[] entropy = Randomness.entropyOf(miner);
        byte[] parentTicket = parents.minTicketBlock().ticket().vrfProof().toArray();
        byte[] both = ByteBuffer.allocate(entropy.length + parentTicket.length).put(entropy).put(parentTicket).array();
        return draw(newest, 1, epoch - 1, both);
    }

    /** What the election proof of an epoch is made over. */
    public static byte[] election(BeaconEntry newest, Address miner, long epoch) {
        return draw(newest, 2, epoch, Randomness.entropyOf(miner));
    }

    /** What the winning proof of an epoch is challenged by. */
    public static byte[] winning(BeaconEntry newest, Address miner, long epoch) {
        return draw(newest, 3, epoch, Randomness.entropyOf(miner));
    }

    private static byte[] draw(BeaconEntry newest, int tag, long epoch, byte[] entropy) {
        return Randomness.draw(newest.data().toArray(), DomainSeparationTag.of(tag), epoch, entropy);
    }
}

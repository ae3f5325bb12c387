package io.cairn.devnet.vm;

/** Randomness as actors and providers draw it; see lotus, chain/rand/rand.go. */
public interface RandomnessView {

    /** 32 bytes from the ticket chain. */
    byte[] fromTickets(long tag, long epoch, byte[] entropy);

    /** 32 bytes from the beacon. */
    byte[] fromBeacon(long tag, long epoch, byte[] entropy);
}

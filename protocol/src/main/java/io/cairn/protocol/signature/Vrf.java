package io.cairn.protocol.signature;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;

/** The verifiable random function of tickets and elections: a worker's BLS signature over a draw of randomness (lotus: chain/gen/gen.go). */
public final class Vrf {

    private Vrf() {
    }

    /** The proof over 32 bytes of randomness. */
    public static ByteString prove(BlsKey worker, byte[] randomness) {
        return worker.sign(randomness).data();
    }

    /** Whether the proof is the worker's over that randomness. */
    public static boolean verify(Address worker, byte[] randomness, ByteString proof) {
        return Signatures.verify(new Signature(SignatureType.BLS, proof), worker, randomness);
    }
}

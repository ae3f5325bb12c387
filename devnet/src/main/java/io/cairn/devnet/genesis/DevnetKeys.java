package io.cairn.devnet.genesis;

import io.cairn.protocol.hash.Blake2b;
import io.cairn.protocol.signature.BlsKey;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.nio.charset.StandardCharsets;

/** Keys that follow from the chain's seed. Anyone who knows the seed has them: they are worth nothing elsewhere. */
public final class DevnetKeys {

    private static final int BELOW_GROUP_ORDER = 0x3f;

    private final byte[] seed;

    /** The keys of a chain with this seed. */
    public DevnetKeys(byte[] seed) {
        this.seed = seed.clone();
    }

    /** Owner and worker of the keeper miner. */
    public BlsKey owner() {
        return (BlsKey) key("owner", SignatureType.BLS);
    }

    /** A client with funds for deals. */
    public PrivateKey client() {
        return key("client", SignatureType.SECP256K1);
    }

    /** Funds for everybody else. */
    public PrivateKey faucet() {
        return key("faucet", SignatureType.SECP256K1);
    }

    /** Owner of the provider that runs in the chain's own process. */
    public PrivateKey provider() {
        return key("provider", SignatureType.BLS);
    }

    /** 32 bytes that follow from the seed and a name. */
    public byte[] derive(String name) {
        return Blake2b.digest256(seed, name.getBytes(StandardCharsets.UTF_8));
    }

    private PrivateKey key(String name, SignatureType type) {
        byte[] secret = derive("key/" + name);
        secret[0] &= BELOW_GROUP_ORDER;
        secret[secret.length - 1] &= BELOW_GROUP_ORDER;
        return PrivateKey.of(type, secret);
    }
}

package io.cairn.devnet;

import io.cairn.devnet.keeper.WindowProver;
import io.cairn.devnet.vm.ProofVerifier;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How to run the chain.
 *
 * @param folder where the chain is kept
 * @param seed what genesis, keys and beacon follow from
 * @param host the interface of the JSON-RPC endpoint
 * @param port its port, 0 for any free one
 * @param pace real time between epochs; zero for a chain that is stepped by hand
 * @param timeLapse whether idle stretches are jumped over
 * @param genesisTimestamp seconds since 1970 of the first block
 * @param verifier checks the proofs of providers and of the keeper
 * @param prover makes the keeper's window proofs
 */
public record DevnetSettings(Path folder, String seed, String host, int port, Duration pace, boolean timeLapse,
        long genesisTimestamp, ProofVerifier verifier, WindowProver prover) {

    /** The network's name. */
    public static final String NETWORK_NAME = "cairn-devnet";
}

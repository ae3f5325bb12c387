package io.cairn.devnet.vm;

import io.cairn.devnet.policy.NetworkPolicy;
import java.math.BigInteger;

/**
 * What an execution knows of the chain around it.
 *
 * @param epoch the epoch of the tipset, or of the null round whose cron runs
 * @param baseFee attoFIL per gas
 * @param circulatingSupply attoFIL at the start of the epoch
 * @param policy the network's constants
 * @param randomness values drawn from the chain up to this tipset
 * @param verifier checks proofs
 */
public record ExecutionContext(long epoch, BigInteger baseFee, BigInteger circulatingSupply, NetworkPolicy policy,
        RandomnessView randomness, ProofVerifier verifier) {
}

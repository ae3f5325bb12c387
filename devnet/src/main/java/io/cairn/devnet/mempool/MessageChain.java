package io.cairn.devnet.mempool;

import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Successive messages of one sender that are taken together because the later ones pay no worse than the average (lotus:
 * chain/messagepool/selection.go).
 *
 * @param messages by nonce
 * @param reward attoFIL that a block's miner earns with them; negative where the fee cap does not reach the base fee
 * @param gasLimit the sum of their gas limits
 */
record MessageChain(List<SignedMessage> messages, BigInteger reward, long gasLimit) {

    private static final BigInteger BLOCK_GAS = BigInteger.valueOf(MessagePool.BLOCK_GAS);

    /** Cuts a sender's run into chains, each paying less per gas than the one before. */
    static List<MessageChain> of(List<SignedMessage> run, TokenAmount baseFee) {
        List<MessageChain> chains = new ArrayList<>();
        for (SignedMessage signed : run) {
            MessageChain chain = single(signed, baseFee);
            while (!chains.isEmpty() && chain.performance().compareTo(chains.getLast().performance()) >= 0) {
                chain = chains.removeLast().followedBy(chain);
            }
            chains.add(chain);
        }
        return chains;
    }

    private static MessageChain single(SignedMessage signed, TokenAmount baseFee) {
        Message message = signed.message();
        BigInteger perGas = message.gasFeeCap().atto().subtract(baseFee.atto()).min(message.gasPremium().atto());
        BigInteger reward = perGas.multiply(BigInteger.valueOf(message.gasLimit()));
        BigInteger weighed = reward.signum() < 0 ? reward.multiply(BigInteger.valueOf(3)) : reward;
        return new MessageChain(List.of(signed), weighed, message.gasLimit());
    }

    private MessageChain followedBy(MessageChain later) {
        List<SignedMessage> both = new ArrayList<>(messages);
        both.addAll(later.messages);
        return new MessageChain(List.copyOf(both), reward.add(later.reward), gasLimit + later.gasLimit);
    }

    /** What the chain earns per block of gas. */
    BigInteger performance() {
        return reward.multiply(BLOCK_GAS).divide(BigInteger.valueOf(Math.max(1, gasLimit)));
    }

    boolean pays() {
        return reward.signum() >= 0;
    }

    /** The best paying first, without putting a sender's later chain before its earlier one. */
    static List<MessageChain> bestFirst(List<MessageChain> chains) {
        Map<MessageChain, Integer> arrival = new LinkedHashMap<>();
        chains.forEach(chain -> arrival.put(chain, arrival.size()));
        return chains.stream()
                .sorted(Comparator.comparing(MessageChain::performance).reversed()
                        .thenComparing(Comparator.comparing(MessageChain::reward).reversed())
                        .thenComparing(arrival::get))
                .toList();
    }
}

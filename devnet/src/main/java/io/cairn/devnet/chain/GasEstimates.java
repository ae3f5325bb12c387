package io.cairn.devnet.chain;

import io.cairn.devnet.vm.GasPrices;
import io.cairn.devnet.vm.Vm;
import io.cairn.protocol.api.MessageSendSpec;
import io.cairn.protocol.message.GasFees;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** What messages need in gas, found by trying them on top of the head (lotus: node/impl/gasutils/gasutils.go). */
public final class GasEstimates {

    /** What is offered per unit of gas: enough to be taken by the next block. */
    public static final TokenAmount PREMIUM = TokenAmount.ofAtto(200_000);
    /** Tipsets that a message is prepared to wait for. */
    public static final int USUAL_QUEUE = 20;

    private static final TokenAmount USUAL_MOST_FEE = TokenAmount.parse("0.07 FIL");
    private static final BigDecimal MOST_GROWTH = new BigDecimal("1.125");
    private static final BigInteger STEPS = BigInteger.valueOf(256);
    private static final int LONGEST_QUEUE = 1000;

    private final Chain chain;

    /** Estimates on the chain's head. */
    public GasEstimates(Chain chain) {
        this.chain = chain;
    }

    /** A message that fails when it is tried. */
    public static final class FailedTrial extends RuntimeException {
        FailedTrial(int exitCode, String reason) {
            super("message execution failed: exit " + exitCode + ", reason: " + reason);
        }
    }

    /**
     * The gas that the message uses.
     *
     * @throws FailedTrial when the message fails
     * @throws IllegalArgumentException when there is no account at its sender
     */
    public long used(Message message) {
        if (chain.accounts().find(message.from()).isEmpty()) {
            throw new IllegalArgumentException("no account at the sender " + message.from());
        }
        Vm.Applied applied = chain.executor().trial(chain.stateAfterHead(), chain.head(), chain.head().height() + 1, message);
        if (applied.exitCode() != 0) {
            throw new FailedTrial(applied.exitCode(), applied.error());
        }
        return applied.gasUsed();
    }

    /**
     * What full tipsets could make of the head's base fee while a message waits, and the premium.
     *
     * @param queue tipsets to wait for, 0 to 1000
     */
    public TokenAmount feeCap(TokenAmount premium, long queue) {
        if (queue < 0 || queue > LONGEST_QUEUE) {
            throw new IllegalArgumentException("max queue blocks is " + queue + ", expected 0 to " + LONGEST_QUEUE);
        }
        BigInteger fee = chain.head().minTicketBlock().parentBaseFee().atto().max(BaseFee.LEAST);
        BigInteger growth = MOST_GROWTH.pow((int) queue).multiply(new BigDecimal(STEPS)).toBigInteger();
        return new TokenAmount(fee.multiply(growth).divide(STEPS).add(premium.atto()));
    }

    /** The message with gas, premium and fee cap where they are zero, within the limit that its sender names, or 0.07 FIL. */
    public Message filled(Message message, Optional<MessageSendSpec> spec) {
        TokenAmount most = spec.map(MessageSendSpec::maxFee).filter(TokenAmount::isPositive).orElse(USUAL_MOST_FEE);
        return filled(message, most, spec.map(MessageSendSpec::maximizeFeeCap).orElse(false));
    }

    /**
     * The message with gas limit (by a trial, and a quarter more), premium and fee cap where they are zero, its fees lowered until all gas
     * costs at most {@code mostFee}.
     *
     * @param maximize whether the fee cap is raised to all that the limit allows
     */
    public Message filled(Message message, TokenAmount mostFee, boolean maximize) {
        long limit = message.gasLimit() > 0 ? message.gasLimit() : Math.min(GasPrices.BLOCK_LIMIT, used(message) * 5 / 4);
        TokenAmount premium = message.gasPremium().isPositive() ? message.gasPremium() : PREMIUM;
        TokenAmount cap = message.gasFeeCap().isPositive() ? message.gasFeeCap() : feeCap(premium, USUAL_QUEUE);
        GasFees fees = new GasFees(cap, premium).within(mostFee, limit, maximize);
        return message.withGas(limit, fees.feeCap(), fees.premium());
    }
}

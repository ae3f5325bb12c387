package io.cairn.devnet.chain;

import io.cairn.devnet.vm.GasPrices;
import io.cairn.devnet.vm.Vm;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;

/** What messages need in gas, found by trying them on top of the head (lotus: node/impl/gasutils/gasutils.go). */
public final class GasEstimates {

    /** What is offered per unit of gas: enough to be taken by the next block. */
    public static final TokenAmount PREMIUM = TokenAmount.ofAtto(200_000);

    private static final BigInteger FEE_HEADROOM = BigInteger.valueOf(11);

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

    /** The head's base fee times eleven, what twenty full tipsets could make of it, and the premium. */
    public TokenAmount feeCap(TokenAmount premium) {
        BigInteger fee = chain.head().minTicketBlock().parentBaseFee().atto().max(BaseFee.LEAST);
        return new TokenAmount(fee.multiply(FEE_HEADROOM).add(premium.atto()));
    }

    /** The message with gas limit (by a trial, and a quarter more), premium and fee cap where they are zero. */
    public Message filled(Message message) {
        long limit = message.gasLimit() > 0 ? message.gasLimit() : Math.min(GasPrices.BLOCK_LIMIT, used(message) * 5 / 4);
        TokenAmount premium = message.gasPremium().isPositive() ? message.gasPremium() : PREMIUM;
        TokenAmount cap = message.gasFeeCap().isPositive() ? message.gasFeeCap() : feeCap(premium);
        return message.withGas(limit, cap, premium.min(cap));
    }
}

package io.cairn.protocol.message;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.money.TokenAmount;

/** What a message must satisfy to be put into a block (lotus: chain/types/message.go ValidForBlockInclusion). */
public final class InclusionRules {

    /** Most gas of a block, and so of a message. */
    public static final long BLOCK_GAS_LIMIT = 10_000_000_000L;
    /** All FIL there will be. */
    public static final TokenAmount TOTAL_SUPPLY = TokenAmount.ofFil(2_000_000_000L);

    private static final Address ZERO_BLS = zeroBls();

    private InclusionRules() {
    }

    /**
     * Refuses a message that cannot be in a block, with an IllegalArgumentException that names the field.
     *
     * @param leastGas gas of storing the message on chain
     */
    public static void check(Message message, long leastGas) {
        require(message.version() == 0, "version " + message.version() + ", expected 0");
        require(message.to().isDefined() && !message.to().equals(ZERO_BLS), "to: " + message.to() + " cannot receive messages");
        require(message.from().isDefined(), "from: undefined");
        TokenAmount value = message.value();
        require(!value.isNegative() && value.compareTo(TOTAL_SUPPLY) <= 0, "value " + value + ", expected 0 to " + TOTAL_SUPPLY);
        require(!message.gasFeeCap().isNegative(), "gasFeeCap " + message.gasFeeCap() + " is negative");
        require(!message.gasPremium().isNegative() && message.gasPremium().compareTo(message.gasFeeCap()) <= 0,
            "gasPremium " + message.gasPremium() + ", expected 0 to gasFeeCap " + message.gasFeeCap());
        long gas = message.gasLimit();
        require(gas > 0 && gas >= leastGas && gas <= BLOCK_GAS_LIMIT,
            "gasLimit " + gas + ", expected " + Math.max(1, leastGas) + " to " + BLOCK_GAS_LIMIT);
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("message " + complaint);
        }
    }

    private static Address zeroBls() {
        byte[] key = new byte[48];
        key[0] = (byte) 0xc0;
        return Address.ofBlsKey(key);
    }
}

package io.cairn.node.run;

import io.cairn.devnet.api.DevnetApi;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.RpcException;
import io.cairn.protocol.rpc.RpcOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Sees to it that the owner has what a registration costs: from a devnet's faucet, or from the operator. */
final class Funding {

    /** What a provider on a devnet gets: enough for thousands of sectors. */
    private static final TokenAmount GRANT = TokenAmount.ofFil(100_000);

    /** For the gas of registration and the first messages. */
    private static final TokenAmount GAS = TokenAmount.ofFil(1);

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration REMINDER = Duration.ofSeconds(30);
    private static final Duration LONGEST_GRANT = Duration.ofMinutes(5);
    private static final Duration LONGEST_GIFT = Duration.ofHours(1);

    private final NodeLink link;
    private final StopSignal stop;
    private final Consumer<String> say;

    Funding(NodeLink link, StopSignal stop, Consumer<String> say) {
        this.link = link;
        this.stop = stop;
        this.say = say;
    }

    /**
     * Returns when the owner can pay the deposit and gas.
     *
     * @throws StartException when the money has not come in time; the next start waits again
     */
    void await(Address owner, TokenAmount deposit) throws IOException {
        if (link.isDevnet()) {
            awaitGrant(owner);
        } else {
            awaitGift(owner, deposit.plus(GAS));
        }
    }

    private void awaitGrant(Address owner) throws IOException {
        try (DevnetApi devnet = FullNodeClient.connect(DevnetApi.class, link.endpoint(), RpcOptions.defaults())) {
            Instant end = Instant.now().plus(LONGEST_GRANT);
            while (!link.ask(() -> devnet.fund(owner, GRANT))) {
                if (Instant.now().isAfter(end)) {
                    throw new StartException("the devnet at " + link.endpoint() + " did not fund " + owner + " within "
                            + LONGEST_GRANT.toMinutes() + " minutes; see that its clock runs, and start again");
                }
                stop.pause(LOOK);
            }
        }
    }

    private void awaitGift(Address owner, TokenAmount needed) throws IOException {
        Instant end = Instant.now().plus(LONGEST_GIFT);
        Instant reminder = Instant.MIN;
        for (TokenAmount balance = balance(owner); balance.compareTo(needed) < 0; balance = balance(owner)) {
            String lacking = owner + " has " + balance + " and needs " + needed + " to register a miner";
            if (Instant.now().isAfter(end)) {
                throw new StartException(lacking + "; nothing came within " + LONGEST_GIFT.toMinutes()
                        + " minutes: send it FIL and start again");
            }
            if (Instant.now().isAfter(reminder)) {
                say.accept("  ! " + lacking + ": send it " + needed.minus(balance) + " (on a Lotus node: lotus send " + owner + " \""
                        + needed.minus(balance) + "\"); waiting");
                reminder = Instant.now().plus(REMINDER);
            }
            stop.pause(LOOK);
        }
    }

    private TokenAmount balance(Address owner) throws IOException {
        try {
            return link.ask(() -> link.node().walletBalance(owner));
        } catch (RpcException unknown) {
            return TokenAmount.ZERO;
        }
    }
}

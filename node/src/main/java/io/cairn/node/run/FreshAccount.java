package io.cairn.node.run;

import io.cairn.protocol.rpc.RpcException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Asks a node about an account that its first funds have only just made. A balance is read from the head's state, but the
 * message pool of a Lotus node takes up a new head some seconds later (it gathers head changes for 2 to 6 s) and until
 * then does not know the account (lotus: chain/messagepool, getStateNonce).
 */
final class FreshAccount {

    /** What gas estimation says of it. */
    private static final String UNKNOWN_SENDER = "not found on chain";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final NodeLink link;
    private final StopSignal stop;

    FreshAccount(NodeLink link, StopSignal stop) {
        this.link = link;
        this.stop = stop;
    }

    /**
     * Makes a call that may be made twice until the node knows the account.
     *
     * @throws RpcException when the node answers with another error, or does not know the account in time
     */
    <T> T ask(Supplier<CompletableFuture<T>> call) throws IOException {
        Instant end = Instant.now().plus(LONGEST);
        while (true) {
            try {
                return link.ask(call);
            } catch (RpcException refused) {
                if (!isUnknown(refused) || Instant.now().isAfter(end)) {
                    throw refused;
                }
                stop.pause(LOOK);
            }
        }
    }

    private static boolean isUnknown(RpcException refused) {
        return refused.isActorNotFound() || refused.reason().contains(UNKNOWN_SENDER);
    }
}

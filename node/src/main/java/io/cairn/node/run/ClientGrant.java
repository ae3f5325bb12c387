package io.cairn.node.run;

import io.cairn.devnet.api.DevnetApi;
import io.cairn.node.market.ClientFunds;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.RpcException;
import io.cairn.protocol.rpc.RpcOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** A client's money: a devnet's faucet gives it; on any other network its owner does. */
final class ClientGrant implements ClientFunds {

    /** Enough for thousands of deals. */
    private static final TokenAmount GRANT = TokenAmount.ofFil(1000);

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final NodeLink link;
    private final StopSignal stop;

    ClientGrant(NodeLink link, StopSignal stop) {
        this.link = link;
        this.stop = stop;
    }

    @Override
    public void ensure(Address client, TokenAmount least) throws IOException {
        TokenAmount balance = balance(client);
        if (balance.compareTo(least) >= 0) {
            return;
        }
        if (!link.isDevnet()) {
            throw new IllegalStateException("the client " + client + " has " + balance + " and needs " + least + " for deals and gas:"
                    + " send it " + least.minus(balance));
        }
        grant(client, GRANT.max(least));
    }

    private void grant(Address client, TokenAmount amount) throws IOException {
        try (DevnetApi devnet = FullNodeClient.connect(DevnetApi.class, link.endpoint(), RpcOptions.defaults())) {
            Instant end = Instant.now().plus(LONGEST);
            while (!link.ask(() -> devnet.fund(client, amount)) || balance(client).compareTo(amount) < 0) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("the devnet did not give the client " + client + " " + amount + " within "
                            + LONGEST.toMinutes() + " minutes; see that its clock runs");
                }
                stop.pause(LOOK);
            }
        }
    }

    /** As of the head: a message can be prepared only for a sender that is there. */
    private TokenAmount balance(Address client) throws IOException {
        try {
            return link.ask(() -> link.node().stateGetActor(client, TipsetKey.EMPTY)).balance();
        } catch (RpcException unknown) {
            return TokenAmount.ZERO;
        }
    }
}

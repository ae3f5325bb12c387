package io.cairn.node.report;

import io.cairn.actors.Provider;
import io.cairn.actors.sender.AddressPolicy;
import io.cairn.node.market.Troubles;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import java.time.Instant;

/**
 * Whom the reports ask.
 *
 * @param provider the entities
 * @param node the full node
 * @param miner the provider's miner
 * @param network the chain's name
 * @param startedAt when this process began to serve
 * @param troubles why users' files do not go on
 * @param addresses who pays for which messages
 */
public record Sources(Provider provider, FullNode node, Address miner, String network, Instant startedAt,
        Troubles troubles, AddressPolicy addresses) {}

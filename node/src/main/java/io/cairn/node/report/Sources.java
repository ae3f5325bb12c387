package io.cairn.node.report;

import io.cairn.actors.Provider;
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
 */
public record Sources(Provider provider, FullNode node, Address miner, String network, Instant startedAt) {}

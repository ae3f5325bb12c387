/**
 * The API of a full node: {@link io.cairn.protocol.api.FullNode} with the types it speaks of, and their JSON,
 * {@link io.cairn.protocol.api.LotusJson}.
 */
package io.cairn.protocol.api;

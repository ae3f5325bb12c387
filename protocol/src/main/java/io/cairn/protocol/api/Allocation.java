package io.cairn.protocol.api;

import io.cairn.protocol.cid.Cid;

/**
 * Verified data that waits for its provider.
 *
 * @param client     the client's actor id
 * @param provider   the provider's actor id
 * @param data       CommP
 * @param size       padded bytes
 * @param termMin    least epochs to keep it
 * @param termMax    most epochs to keep it
 * @param expiration epoch by which it must be in a sector
 */
public record Allocation(long client, long provider, Cid data, long size, long termMin, long termMax, long expiration) {
}

package io.cairn.protocol.api;

import io.cairn.protocol.cid.Cid;

/**
 * Verified data that a provider keeps.
 *
 * @param provider  the provider's actor id
 * @param client    the client's actor id
 * @param data      CommP
 * @param size      padded bytes
 * @param termMin   least epochs to keep it
 * @param termMax   most epochs to keep it
 * @param termStart epoch at which it began
 * @param sector    the sector number
 */
public record Claim(long provider, long client, Cid data, long size, long termMin, long termMax, long termStart,
                    long sector) {
}

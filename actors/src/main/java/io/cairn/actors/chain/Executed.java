package io.cairn.actors.chain;

import io.cairn.persistence.Blob;

/**
 * A message that was executed.
 *
 * @param cid      CID of the message that was executed; another than asked for if it was replaced
 * @param exitCode 0 if it succeeded
 * @param value    return value
 * @param epoch    height of the tipset that holds the receipt
 */
public record Executed(String cid, long exitCode, Blob value, long epoch) {
}

package io.cairn.protocol.api;

import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;

/** A message of the chain with its identifier, which for a secp256k1 one is that of the signed form. */
public record ChainMessage(Cid cid, Message message) {
}

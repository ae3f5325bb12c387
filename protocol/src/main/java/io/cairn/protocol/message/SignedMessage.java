package io.cairn.protocol.message;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.signature.Signature;
import io.cairn.protocol.signature.SignatureType;

/** A message with its sender's signature (lotus: chain/types/signedmessage.go). */
public record SignedMessage(Message message, Signature signature) implements CborTuple {

    public static SignedMessage readFrom(CborReader reader) {
        return CborTuple.read(SignedMessage.class, reader);
    }

    /** The identifier on chain: of the unsigned message when BLS signed, of the signed encoding otherwise. */
    public Cid cid() {
        return isBls() ? message.cid() : Cid.ofDagCbor(toCbor());
    }

    /** Bytes the message takes on chain; BLS signatures are aggregated into the block. */
    public int chainLength() {
        return isBls() ? message.toCbor().length : toCbor().length;
    }

    public boolean isBls() {
        return signature.type() == SignatureType.BLS;
    }
}

package io.cairn.protocol.message;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;
import java.util.Optional;

/**
 * The outcome of a message on chain (lotus: chain/types/message_receipt.go).
 *
 * @param exitCode 0 on success, see {@link ExitCode}
 * @param returnValue the encoded return value, empty for none
 * @param eventsRoot root of the events, absent when there are none
 */
public record MessageReceipt(long exitCode, ByteString returnValue, long gasUsed, Optional<Cid> eventsRoot) implements CborTuple {

    public static MessageReceipt readFrom(CborReader reader) {
        return CborTuple.read(MessageReceipt.class, reader);
    }

    public boolean succeeded() {
        return exitCode == 0;
    }
}

package io.cairn.protocol.api;

import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import java.util.List;

/** The messages that a block carries: BLS ones, whose signatures are aggregated, the others, and all identifiers. */
public record BlockMessages(List<Message> blsMessages, List<SignedMessage> secpkMessages, List<Cid> cids) {

    public BlockMessages {
        blsMessages = Lists.copy(blsMessages);
        secpkMessages = Lists.copy(secpkMessages);
        cids = Lists.copy(cids);
    }
}

package io.cairn.persistence.sender;

import io.cairn.persistence.Blob;
import java.util.ArrayList;
import java.util.List;

/**
 * A signed message.
 *
 * @param cid     CID of the signed message, in text form
 * @param signed  CBOR of the signed message, empty once it is settled
 * @param pushed  whether the node has taken it
 * @param fee     what it offers for its gas
 * @param settled whether it was executed so long ago that it stays
 * @param earlier CIDs of versions with lower fees, any of which may be the one that is executed
 */
public record Outgoing(String requestId, long nonce, String cid, Blob signed, boolean pushed, Fee fee, boolean settled,
                       List<String> earlier) {
    private static final Blob NOTHING = Blob.of(new byte[0]);

    public Outgoing {
        fee = fee == null ? Fee.UNKNOWN : fee;
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    static Outgoing of(SenderEvent.Signed event) {
        return new Outgoing(event.requestId(), event.nonce(), event.cid(), event.signed(), false, event.fee(), false, List.of());
    }

    /** CIDs of all versions, the newest first. */
    public List<String> versions() {
        List<String> all = new ArrayList<>(List.of(cid));
        all.addAll(earlier);
        return all;
    }

    Outgoing taken() {
        return new Outgoing(requestId, nonce, cid, signed, true, fee, settled, earlier);
    }

    Outgoing replacedBy(SenderEvent.Replaced event) {
        return new Outgoing(requestId, nonce, event.cid(), event.signed(), false, event.fee(), false, versions());
    }

    Outgoing executed() {
        return new Outgoing(requestId, nonce, cid, NOTHING, true, fee, true, earlier);
    }
}

package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import java.util.List;
import java.util.Optional;

/** A piece of a sector to be activated, the allocation it claims and whom to notify (FIP-0076). */
public record PieceActivationManifest(Cid cId, @Unsigned long size,
                                      Optional<VerifiedAllocationKey> verifiedAllocationKey,
                                      List<DataActivationNotification> notifications) implements CborTuple {

    public static PieceActivationManifest readFrom(CborReader reader) {
        return CborTuple.read(PieceActivationManifest.class, reader);
    }
}

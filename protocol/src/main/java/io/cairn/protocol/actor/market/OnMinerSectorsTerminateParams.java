package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** Parameters of method OnMinerSectorsTerminate (7) of the market actor. */
public record OnMinerSectorsTerminateParams(long epoch, @Unsigned List<Long> dealIds) implements CborTuple {

    public static OnMinerSectorsTerminateParams readFrom(CborReader reader) {
        return CborTuple.read(OnMinerSectorsTerminateParams.class, reader);
    }
}

package io.cairn.devnet.rpc;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.MinerStateApi;
import io.cairn.protocol.api.MiningApi;
import io.cairn.protocol.api.StateApi;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cid.Cid;
import java.util.Arrays;
import java.util.List;

/**
 * The methods whose parameters or results differ in version 0 of the API, told in terms of version 1. Lay them over
 * the table of version 1.
 *
 * <p>Source: lotus: api/v0api/full.go, api/v0api/v1_wrapper.go.
 */
public final class VersionZero {

    private static final long NO_LIMIT = -1;

    private VersionZero() {
    }

    /** Version 0's own methods over an implementation of version 1. */
    public static <A extends StateApi & MiningApi & MinerStateApi> MethodTable over(A node) {
        return messages(node).overlaid(randomness(node)).overlaid(MethodTable.namespace("Filecoin")
                .call("StateSectorPreCommitInfo", Permission.READ, parameters(Address.class, long.class, TipsetKey.class),
                        arguments -> node.stateSectorPreCommitInfo(arguments.get(0), arguments.<Long>get(1),
                                        arguments.get(2))
                                .thenApply(info -> info.orElseThrow(
                                        () -> RpcFailure.of("precommit info does not exist"))))
                .build());
    }

    private static MethodTable messages(StateApi state) {
        return MethodTable.namespace("Filecoin")
                .call("StateWaitMsg", Permission.READ, parameters(Cid.class, long.class), arguments ->
                        state.stateWaitMsg(arguments.get(0), arguments.<Long>get(1), NO_LIMIT, true))
                .call("StateWaitMsgLimited", Permission.READ, parameters(Cid.class, long.class, long.class), arguments ->
                        state.stateWaitMsg(arguments.get(0), arguments.<Long>get(1), arguments.<Long>get(2), true))
                .call("StateSearchMsg", Permission.READ, parameters(Cid.class), arguments ->
                        state.stateSearchMsg(TipsetKey.EMPTY, arguments.get(0), NO_LIMIT, true))
                .call("StateSearchMsgLimited", Permission.READ, parameters(Cid.class, long.class), arguments ->
                        state.stateSearchMsg(TipsetKey.EMPTY, arguments.get(0), arguments.<Long>get(1), true))
                .build();
    }

    private static <A extends StateApi & MiningApi> MethodTable randomness(A node) {
        List<Parameter> drawing = parameters(TipsetKey.class, long.class, long.class, ByteString.class);
        return MethodTable.namespace("Filecoin")
                .call("ChainGetRandomnessFromTickets", Permission.READ, drawing, arguments ->
                        node.stateGetRandomnessFromTickets(arguments.<Long>get(1), arguments.<Long>get(2),
                                arguments.get(3), arguments.get(0)))
                .call("ChainGetRandomnessFromBeacon", Permission.READ, drawing, arguments ->
                        node.stateGetRandomnessFromBeacon(arguments.<Long>get(1), arguments.<Long>get(2),
                                arguments.get(3), arguments.get(0)))
                .call("BeaconGetEntry", Permission.READ, parameters(long.class), arguments ->
                        node.stateGetBeaconEntry(arguments.<Long>get(0)))
                .build();
    }

    private static List<Parameter> parameters(Class<?>... types) {
        return Arrays.stream(types).map(type -> Parameter.of(type, GoTypes.nameOf(type))).toList();
    }
}

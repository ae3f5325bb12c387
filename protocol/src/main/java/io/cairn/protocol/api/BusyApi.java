package io.cairn.protocol.api;

import io.cairn.protocol.rpc.Namespace;
import java.util.concurrent.CompletableFuture;

/** What a provider tells a chain whose clock can leap. A Lotus node does not know the method and says so. */
@Namespace("Devnet")
public interface BusyApi {

    /** Says whether a provider has work that takes real time; meanwhile the clock does not leap. */
    @Requires("write")
    CompletableFuture<Boolean> busy(String provider, boolean isBusy);
}

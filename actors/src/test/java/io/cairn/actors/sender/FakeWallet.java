package io.cairn.actors.sender;

import io.cairn.actors.chain.Gas;
import io.cairn.actors.chain.Outbound;
import io.cairn.persistence.Blob;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Signs with a counter, so that signing twice shows. */
public final class FakeWallet implements Wallet {
    public final AtomicInteger signatures = new AtomicInteger();
    public volatile boolean locked;
    /** Addresses whose keys are somewhere else. */
    public final Set<String> missing = ConcurrentHashMap.newKeySet();

    @Override
    public CompletionStage<Boolean> holds(String address) {
        return CompletableFuture.completedFuture(!missing.contains(address));
    }

    @Override
    public CompletionStage<Signed> again(Blob signed, Gas gas) {
        int count = signatures.incrementAndGet();
        String text = new String(signed.toByteArray());
        String nonce = text.split("/")[1];
        return CompletableFuture.completedFuture(new Signed("bafy" + nonce + "-" + count, Blob.of((text + "+" + gas.premium()).getBytes())));
    }

    @Override
    public CompletionStage<Signed> sign(Outbound message, Gas gas, long nonce) {
        if (locked) {
            return CompletableFuture.failedFuture(new IllegalStateException("wallet is locked"));
        }
        int count = signatures.incrementAndGet();
        String text = message.method() + "/" + nonce + "/" + count + "/" + new String(message.params().toByteArray());
        return CompletableFuture.completedFuture(new Signed("bafy" + nonce + "-" + count, Blob.of(text.getBytes())));
    }
}

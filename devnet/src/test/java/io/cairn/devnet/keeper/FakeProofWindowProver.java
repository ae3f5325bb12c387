package io.cairn.devnet.keeper;

import io.cairn.proofs.PostSector;
import io.cairn.proofs.dispatch.Progress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A fake that proves nothing: 192 zero bytes, for chains whose verifier is a fake too. Counts how often it was asked. */
public final class FakeProofWindowProver implements WindowProver {

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public byte[] prove(byte[] randomness, List<PostSector> sectors, Progress progress) {
        asked.incrementAndGet();
        return new byte[192];
    }

    int asked() {
        return asked.get();
    }
}

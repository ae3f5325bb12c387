package io.cairn.proofs.field;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips properties of vector kernels where there are no vectors: a property whose every try is assumed away counts as failed. */
public final class WithVectorsOnly implements SkipExecutionHook {

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return VectorWidth.chosen().isVector() ? SkipResult.doNotSkip() : SkipResult.skip("no vectors on this machine, or -Dcairn.vector=scalar");
    }
}

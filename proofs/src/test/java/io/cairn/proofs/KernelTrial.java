package io.cairn.proofs;

import java.util.function.IntFunction;

/**
 * A kernel at work on memory of its own, for what is checked of all kernels alike: that they allocate nothing in their loops, and that Java's compiler leaves
 * nothing in them uninlined.
 *
 * @param kernel  what is computed
 * @param size    elements of a run, small enough for some thousands of runs; a run over four times as many must be possible too
 * @param bytes   the most that a run may allocate for each element: what {@code results} are made of
 * @param results what a run leaves for each element, or needs at a time; empty if nothing
 * @param prepare from a number of elements to a run over them, which may be repeated
 */
public record KernelTrial(String kernel, int size, double bytes, String results, IntFunction<Runnable> prepare) {

    /** A kernel that allocates nothing for an element. */
    public static KernelTrial of(String kernel, int size, IntFunction<Runnable> prepare) {
        return new KernelTrial(kernel, size, 0, "", prepare);
    }
}

package io.cairn.benchmarks.inlining;

/**
 * A call that was not inlined.
 *
 * @param caller    class and name of the method with the call in its text, which may itself be inlined into the compiled one
 * @param callee    class and name, classes of this project without their packages
 * @param bytes     length of the callee's bytecode
 * @param reason    the compiler's
 * @param frequency how often it is reached for each run of the compiled method, as far as the profile tells
 * @param vectors   whether a vector crosses the call, or it is one of the Vector API's own: it is then an object
 */
record LeftCall(String caller, String callee, int bytes, String reason, double frequency, boolean vectors) {

    private static final double RARE = 0.01;

    /** Whether it is out of the loop: never reached, seldom, or on the way to an exception. With vectors none is: they are objects in case it is reached. */
    boolean isCold() {
        return !vectors && (frequency < RARE || reason.contains("Throwable") || reason.contains("low call site frequency") || reason.contains("never executed")
                || reason.contains("unloaded"));
    }
}

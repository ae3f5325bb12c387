package io.cairn.benchmarks.inlining;

import java.util.List;

/**
 * What the second compiler made of one method.
 *
 * @param identity the method's class, which may have a number if it is a hidden one, name and signature
 * @param method  class and name, as {@code LeftCall} names them
 * @param onStack whether it was compiled for a loop that was running
 * @param failure why it gave up; empty if it did not
 * @param calls   what it left as calls, cold ones included
 */
record Compilation(String identity, String method, boolean onStack, String failure, List<LeftCall> calls) {
}

/** Reads what HotSpot logged of its compilations, and says which calls its second compiler left in the kernels. Begin with {@code InliningReport}. */
package io.cairn.benchmarks.inlining;

/** Tipsets, their execution, weights, elections and base fee, and the chain that holds them. */
package io.cairn.devnet.chain;

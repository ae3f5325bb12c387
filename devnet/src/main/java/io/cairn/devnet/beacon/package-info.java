/** The simulated randomness beacon. */
package io.cairn.devnet.beacon;

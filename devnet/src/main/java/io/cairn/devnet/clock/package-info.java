/** When the next epoch comes: at a pace, by hand, or in time lapse. */
package io.cairn.devnet.clock;

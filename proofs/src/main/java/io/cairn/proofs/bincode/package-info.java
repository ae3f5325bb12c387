/**
 * Values in the layout of Rust's bincode: integers little-endian, lists behind their length in 64 bits, nothing else between fields.
 */
package io.cairn.proofs.bincode;

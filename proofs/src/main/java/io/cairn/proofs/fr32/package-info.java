/**
 * Padding of data to field elements: 127 bytes become 128, 254 bits and two zeros at a time.
 */
package io.cairn.proofs.fr32;

/** The chain's objects on disk. */
package io.cairn.devnet.store;

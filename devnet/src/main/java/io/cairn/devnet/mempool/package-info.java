/** Messages that wait for a block (lotus: chain/messagepool). */
package io.cairn.devnet.mempool;

/** A user's data: files are cut into pieces, each gets a deal, and the pieces are put together again. */
package io.cairn.node.market;
